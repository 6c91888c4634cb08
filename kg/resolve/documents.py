"""One document however its title varies within a gazette: with its place or without, as a draft, by a short form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.lexicon import Lexicon
from kg.model.reports import Document
from kg.recognise.documents import document_kind
from kg.recognise.places import split_chain

_STATE = "中华人民共和国"
_OWN = re.compile(r"^(?:本|我)?(?P<level>[省市区县州旗])(?![域级属场民容外内])")
_DASHES = re.compile(r"[—－–\-~～至]+")


@dataclass
class _Group:
    """The mentions of one document."""

    place: str
    rows: list[Document] = field(default_factory=list)

    @property
    def numbers(self) -> set[str]:
        """The numbers printed; two of them would be two documents."""
        return {row.number for row in self.rows if row.number}


def same_documents(rows: Iterable[Document], own: tuple[str, ...], lexicon: Lexicon) -> list[Document]:
    """One row a document, in the order of the text: its fullest title, all forms, the first evidence.

    Years are never left out: a plan of another year is another plan. A bare word (《规划》) that nothing declares a short
    form is taken for the one document before it that ends so, and else left out.
    """
    groups: dict[str, list[_Group]] = {}
    order: list[_Group] = []
    bare = re.compile(lexicon.documents.bare)
    for row in rows:
        if bare.match(row.title):
            _add_bare(row, order)
            continue
        place, core = _core(row.title, own, lexicon)
        group = _fitting(groups.setdefault(core, []), place, row)
        if group is None:
            group = _Group(place)
            groups[core].append(group)
            order.append(group)
        group.place = group.place or place
        group.rows.append(row)
    return [_joined(group, lexicon) for group in _with_short_laws(order, lexicon)]


def _core(title: str, own: tuple[str, ...], lexicon: Lexicon) -> tuple[str, str]:
    """The place that a title begins with, in full, and what is left of it without drafts and other ways to write."""
    text = re.sub(lexicon.documents.drafts, "", title).removeprefix("关于").replace(_STATE, "")
    text = _DASHES.sub("-", text).replace("“", "").replace("”", "")
    place = ""
    for last in range(len(own), 0, -1):
        form = next((form for first in range(last) if text.startswith(form := "".join(own[first:last]))), None)
        if form:
            return "".join(own[:last]), text.removeprefix(form)
    level = _OWN.match(text)
    for last in range(len(own), 0, -1):
        if level and own[last - 1].endswith(level["level"]):
            return "".join(own[:last]), text[level.end() :]
    chain, rest = split_chain(text, lexicon)
    return ("".join(chain), rest) if chain and rest else (place, text)


def _fitting(groups: list[_Group], place: str, row: Document) -> _Group | None:
    """The group of the same place; a title without place fits where there is one alone."""
    numbered = [group for group in groups if not row.number or not group.numbers or row.number in group.numbers]
    same = [group for group in numbered if group.place == place]
    if same:
        return same[0]
    open_ones = numbered if not place else [group for group in numbered if not group.place]
    return open_ones[0] if len(open_ones) == 1 and len(groups) == 1 else None


def _add_bare(row: Document, order: list[_Group]) -> None:
    """A bare word belongs to the document of the same item named last, if that ends so."""
    item = row.evidence.item
    before = [group for group in order if any(other.evidence.item == item for other in group.rows)]
    fitting = [group for group in before if any(other.title.endswith(row.title) for other in group.rows)]
    if len(fitting) == 1:
        fitting[0].rows.append(row)


def _with_short_laws(order: list[_Group], lexicon: Lexicon) -> list[_Group]:
    """《选举法》 beside the law in full."""
    kept: list[_Group] = []
    for group in order:
        ending = lexicon.documents.laws.get(group.rows[0].title)
        full = [
            other
            for other in order
            if ending and other is not group and any(row.title.endswith(ending) for row in other.rows)
        ]
        if len(full) == 1:
            full[0].rows += group.rows
        else:
            kept.append(group)
    return kept


def _joined(group: _Group, lexicon: Lexicon) -> Document:
    titles = tuple(dict.fromkeys(title for row in group.rows for title in row.titles))
    drafts = re.compile(lexicon.documents.drafts)
    # Of the forms that are no drafts the fullest; a draft alone keeps its mark.
    final = [title for title in titles if not drafts.search(title)] or list(titles)
    title = max(final, key=len)
    first = min(group.rows, key=lambda row: row.evidence.start)
    number = next((row.number for row in group.rows if row.number), None)
    kind = document_kind(title, lexicon) or first.kind
    return replace(first, title=title, kind=kind, number=number, titles=titles)
