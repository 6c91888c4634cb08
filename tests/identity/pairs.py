"""Labelled pairs as sightings, and what the resolver makes of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.lexicon import load
from kg.model.people import Sighting, is_hidden
from kg.rdf.facts import DEPUTY
from kg.resolve.people.clashes import clash
from kg.resolve.people.judgements import NOBODY, Judgements
from kg.resolve.people.resolve import Resolution, resolve_name
from kg.resolve.people.runs import runs

FOLDER = Path(__file__).parent
# A line of the text is so many code points, for passages that share words.
_LINE = 1000
_MEMBERS = ("present", "on_leave")


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled pair: `expected` is the verdict, `also` a second one that is no mistake."""

    id: str
    tier: str
    expected: str
    also: str | None
    left: Sighting
    right: Sighting
    context: tuple[Sighting, ...]


def cases(name: str) -> Iterator[Case]:
    """The cases of a file of this folder."""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        sides = [_sighting(one, number) for number, one in enumerate((case["left"], case["right"], *case["context"]))]
        yield Case(case["id"], case["tier"], case["expected"], case.get("also"), sides[0], sides[1], tuple(sides[2:]))


def verdict(case: Case) -> str:
    """What the resolver says of a pair: `same`, `different`, or `cannot_tell`."""
    known, judgements = load(), Judgements()
    groups: dict[str, list[Sighting]] = {}
    for one in dict.fromkeys((case.left, case.right, *case.context)):
        groups.setdefault(judgements.block(one), []).append(one)
    if judgements.block(case.left) != judgements.block(case.right):
        return "cannot_tell"
    resolution = resolve_name(groups[judgements.block(case.left)], known)
    of = {mention: at for at, person in enumerate(resolution.people) for mention in person.mentions}
    left, right = of[case.left.mention], of[case.right.mention]
    if left == right:
        return "same"
    said = {pair.verdict for pair in resolution.pairs if {of[pair.left], of[pair.right]} == {left, right}}
    return "different" if "different" in said or _clash(resolution, groups, left, right) else "cannot_tell"


def _clash(resolution: Resolution, groups: dict[str, list[Sighting]], left: int, right: int) -> bool:
    """Whether something tells two people apart whom the resolver need not compare, as those of two places."""
    known = load()
    sides = []
    for at in (left, right):
        mentions = set(resolution.people[at].mentions)
        seen = [one for group in groups.values() for one in group if one.mention in mentions]
        sides.append(runs(seen, NOBODY, known))
    return any(clash(one, other, known) is not None for one in sides[0] for other in sides[1])


def confusion(found: Iterable[tuple[Case, str]]) -> Counter[tuple[str, str, str]]:
    """How often a tier's expected verdict met which verdict."""
    return Counter((case.tier, case.expected, said) for case, said in found)


def _sighting(one: dict[str, Any], number: int) -> Sighting:
    body, title = one.get("body"), one.get("title")
    meeting = one.get("meeting")
    event = one["event"]
    if event.startswith("seat_"):
        body, title = one.get("congress") or body, DEPUTY
    if event in _MEMBERS and body is None and meeting:
        body = meeting["body"]
    item = f"item-{one.get('item')}"
    capacity = f"{body or ''}{title or ''}" or item
    seat = str(one.get("line")) if is_hidden(one["name"]) else one.get("constituency") or ""
    start = (one.get("line") or 0) * _LINE
    return Sighting(
        name=one["name"], mention=f"{one['gazette']}/{one['name']}/{capacity}/{seat}", gazette=one["gazette"],
        stem=one["gazette"], place="".join(one["place"]), fact=f"{one['gazette']}/{number}", event=event, body=body,
        title=title, qualifier=one.get("qualifier"), date=one.get("date"), item=f"{one['gazette']}/{one.get('item')}",
        start=start, end=start + 10, term=one.get("term"), constituency=one.get("constituency"),
        meeting=f"{one['place']}{meeting}" if meeting else None, described_as=one.get("described_as"),
        reason=one.get("reason"),
    )  # fmt: skip
