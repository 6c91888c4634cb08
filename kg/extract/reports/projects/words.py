"""The words of projects as patterns, compiled once for a lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon

Pattern = re.Pattern[str]
# 建设路, 新建村 are places.
_NOT_STREETS = "(?!路|街|巷|村镇?|镇|乡|里|大道)"


class Endings:
    """Words that end a text: the longest one is found by its last character, which is much faster than a pattern."""

    def __init__(self, row: Iterable[str]) -> None:
        self._by_last: dict[str, tuple[str, ...]] = {}
        for word in sorted(set(row), key=lambda word: (-len(word), word)):
            self._by_last[word[-1]] = (*self._by_last.get(word[-1], ()), word)

    def start(self, text: str) -> int | None:
        """Where the ending of a text begins; None where it has none of these."""
        found = next((word for word in self._by_last.get(text[-1:], ()) if text.endswith(word)), None)
        return len(text) - len(found) if found else None

    def without(self, text: str) -> str:
        """A text without all of these that end it, nor a 的 in front of them."""
        while (start := self.start(text)) is not None:
            text = text[:start].removesuffix("的")
        return text

    def __contains__(self, text: str) -> bool:
        return self.start(text) is not None


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled words; `verbs` and `predicates` give the status that a word tells."""

    holds: Pattern
    token: Pattern
    verbs: Mapping[str, str | None]
    predicates: Mapping[str, str | None]
    adverbs: Endings
    head: Endings
    renewal: Endings
    weak: Endings
    generic: Pattern
    sites: Pattern
    tails: Endings
    leads: Pattern
    collectives: Pattern
    shared: Pattern
    not_names: Pattern
    not_works: Pattern
    strong: frozenset[str]
    beside: frozenset[str]
    founding: frozenset[str]
    building: frozenset[str]
    road: Endings
    system: Endings
    facility: Endings
    streets: Pattern
    slogans: frozenset[str]
    titles: Pattern
    not_titles: Pattern
    site_words: Pattern
    site_rests: Pattern
    planned_headings: Pattern
    past_headings: Pattern
    planned_words: Pattern
    kinds: tuple[tuple[str, Pattern], ...]
    columns: Mapping[str, str]
    other_columns: Pattern
    stages: tuple[tuple[str, Pattern], ...]


@cache
def words(lexicon: Lexicon) -> Words:
    """The words of a lexicon."""
    data = lexicon.projects
    heads = data.heads
    verbs = {word: _status(status) for status, row in data.verbs.items() for word in row}
    building = dict.fromkeys(data.building, None)
    verbs.update(dict.fromkeys(data.founding, "completed"))
    predicates = {word: _status(status) for status, row in data.predicates.items() for word in row}
    # 稳步推进 is told of what stands in front and governs what stands behind.
    verbs.update(
        {one: status for one, status in predicates.items() if one.endswith((*verbs, *building)) and one not in verbs}
    )
    adverbs = _any(data.adverbs)
    opens = _opening(data.building, data.adverbs)
    plain = [*heads.facilities, *heads.roads, *heads.transport, *heads.works, *heads.systems]
    return Words(
        holds=re.compile(f"{_any([*plain, *heads.renewals, *heads.programmes])}|[“弄号]|街坊"),
        token=re.compile(
            f"(?:{adverbs})*(?P<predicate>{_any(predicates)})(?!{data.not_verbs})"
            f"|(?:{adverbs})*?(?P<verb>{_any([*verbs, *predicates])}|{opens})(?!{data.not_verbs})"
        ),
        verbs={**building, **verbs},
        predicates=predicates,
        adverbs=Endings(data.adverbs),
        head=Endings(plain),
        renewal=Endings(heads.renewals),
        weak=Endings(heads.programmes),
        generic=re.compile(_any(data.generic)),
        sites=re.compile(data.heads.sites),
        tails=Endings(data.tails),
        leads=re.compile(data.leads),
        collectives=re.compile(data.collectives),
        shared=re.compile(data.shared),
        not_works=re.compile(data.not_works),
        beside=frozenset(data.beside),
        founding=frozenset(data.founding),
        building=frozenset(data.building),
        road=Endings(heads.roads),
        strong=frozenset(data.strong),
        facility=Endings(heads.facilities),
        system=Endings(heads.systems),
        not_names=re.compile(data.not_names),
        streets=re.compile(f"{_any(data.streets)}[东西南北中]?(?:路|街|巷|村|大道)"),
        slogans=frozenset(data.slogans),
        titles=re.compile(data.titles),
        not_titles=re.compile(data.not_titles),
        site_words=re.compile(data.site_words),
        site_rests=re.compile(data.site_rests),
        planned_headings=re.compile(data.planned_headings),
        past_headings=re.compile(data.past_headings),
        planned_words=re.compile(data.planned_words),
        kinds=tuple((row.kind, re.compile(row.pattern)) for row in data.kinds),
        columns={word: kind for kind, row in data.columns.items() for word in row},
        other_columns=re.compile(data.other_columns),
        stages=tuple((status, re.compile(pattern)) for status, pattern in data.stages.items()),
    )


def _status(status: str) -> str | None:
    return None if status == "plain" else status


def _opening(row: list[str], adverbs: list[str]) -> str:
    """The words of building where a part begins: at the start, behind a connective, an amount or an adverb."""
    before = "|".join(f"(?<={re.escape(word)})" for word in sorted(adverbs))
    return (
        f"(?=[{''.join({word[0] for word in row})}])(?:^|(?<=[、和及并与，元])|{before})(?:{_any(row)}){_NOT_STREETS}"
    )


def _any(row: Iterable[str]) -> str:
    """An alternation by first character, the longest words first: where no word begins, one look is enough."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(row), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    branches = "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(by_first.items()))
    return f"(?=[{re.escape(''.join(sorted(by_first)))}])(?:{branches})"
