"""Who is meant by a surname with a title alone: only where the gazette itself makes it certain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.model.facts import SURNAME_ALONE, Attendance, PersonnelEvent, Position
from kg.model.gazette import Gazette
from kg.model.issues import Issue
from kg.model.people import is_hidden

# Whom an act takes out of a post, or only proposes, is no holder of it.
_NO_HOLDER = frozenset(("remove", "accept_resignation", "terminate", "lapse", "dismiss", "propose"))


def referents(gazette: Gazette) -> dict[Position, str]:
    """The full name that each surname of a gazette stands for; a surname that could be two people's has none.

    Whoever has the surname and the post printed is meant, unless another of the surname is a deputy there: in speech a
    deputy is called by the title of the head.
    """
    alone = [row for row in gazette.positions if row.evidence.rule == SURNAME_ALONE]
    if not alone:
        return {}
    holders: defaultdict[tuple[str | int | None, str], set[str]] = defaultdict(set)
    for person, where, title in _posts(gazette):
        holders[where, title].add(person)
    found: dict[Position, str] = {}
    for row in alone:
        surname = row.person[:-1]
        ranks = [row.title, row.title.removeprefix("副"), "副" + row.title.removeprefix("副")]
        where = row.body or row.evidence.item
        near = {name for title in ranks for name in holders[where, title] if name.startswith(surname)}
        exact = {name for name in holders[where, row.title] if name.startswith(surname)}
        if len(near) == 1 and near == exact:
            found[row] = exact.pop()
    return found


def unknown(gazette: Gazette) -> Iterator[Issue]:
    """An issue for each surname with a title alone of which the gazette does not tell who is meant."""
    for row in gazette.positions:
        if row.evidence.rule == SURNAME_ALONE and row not in gazette.referents:
            told = "a surname with a title, and nobody in the gazette who is certainly meant; look who it is"
            yield Issue(row.evidence.gazette, row.evidence.lines[0], "surname_alone", row.evidence.text, told)


def _posts(gazette: Gazette) -> Iterator[tuple[str, str | int | None, str]]:
    """Who is printed with a title, and where: in a body, or where none is printed in an item."""
    rows: list[Position | PersonnelEvent | Attendance] = [
        *(row for row in gazette.positions if not row.former),
        *(row for row in gazette.personnel if row.event not in _NO_HOLDER),
        *gazette.attendance,
    ]
    for row in rows:
        if row.person and row.title and not is_hidden(row.person):
            yield row.person, row.body or row.evidence.item, row.title
