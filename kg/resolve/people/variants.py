"""Names that may be one name misprinted: one character apart, in one post, at about one time.

They are candidates for a person to look at and never joined. Names of two characters are left alone: too many differ by
one character.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from kg.lexicon import Lexicon
from kg.model.people import Pair, Reason, is_hidden
from kg.resolve.people.judgements import Judgements
from kg.resolve.people.runs import Run
from kg.resolve.posts import capacity

_SHORTEST = 3
# A list that names more than this many of one pattern is one of brothers and sisters, not of misprints.
_MOST = 6
# Papers that are remembered of one run, to tell whether two names stand side by side.
_PAPERS = 64
_GAP = "＿"


@dataclass(frozen=True, slots=True)
class Bearer:
    """One holder of a post under one name: `first` and `last` are days, `papers` items that print the name.

    `single` tells that one person alone holds the post at a time: two names one character apart follow each other there
    rarely by chance.
    """

    post: str
    name: str
    mention: str
    first: int | None
    last: int | None
    papers: tuple[str, ...]
    single: bool


def bearers(run: Run, lexicon: Lexicon) -> Iterator[tuple[str, Bearer]]:
    """A run under each key that a name one character apart, in the same post, would have too."""
    name = run.sightings[0].name
    if run.bare or run.sense.mass or is_hidden(name) or len(name) < _SHORTEST:
        return
    papers = tuple(sorted({one.item for one in run.sightings if one.item})[:_PAPERS])
    seats = capacity(run.body or "", run.title or "", lexicon)
    single = seats is not None and seats.seats == "one"
    bearer = Bearer(run.post, name, run.mentions[0], run.first, run.last, papers, single)
    for at in range(len(name)):
        yield f"{run.post}\t{name[:at]}{_GAP}{name[at + 1 :]}", bearer


def variants(
    group: Iterable[Bearer], lexicon: Lexicon, judgements: Judgements, sound: Callable[[str], object]
) -> Iterator[Pair]:
    """The pairs of one key that may be one name misprinted and are not judged; `sound` reads a character."""
    first_of: dict[str, Bearer] = {}
    for one in group:
        first_of.setdefault(one.name, one)
    if len(first_of) > _MOST:
        return
    for left, right in combinations(first_of.values(), 2):
        if not judgements.judged_names(left.name, right.name) and _misprinted(left, right, lexicon, sound):
            yield Pair(left.mention, right.mention, "unsure", _reason(left, right, lexicon))


def _misprinted(left: Bearer, right: Bearer, lexicon: Lexicon, sound: Callable[[str], object]) -> bool:
    ours, theirs = next((a, b) for a, b in zip(left.name, right.name, strict=True) if a != b)
    near = _years(left, right) <= lexicon.identity.years.post
    apart = not set(left.papers) & set(right.papers)
    return near and apart and (left.single or _alike(ours, theirs, lexicon) or sound(ours) == sound(theirs))


def _alike(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether scanning takes one character for the other."""
    return one in _confused(lexicon).get(other, "")


@cache
def _confused(lexicon: Lexicon) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in lexicon.identity.confusable:
        for char in row:
            found[char] = found.get(char, "") + row
    return found


def _years(left: Bearer, right: Bearer) -> float:
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return 0.0
    return max(0, right.first - left.last, left.first - right.last) / 365.25


def _reason(left: Bearer, right: Bearer, lexicon: Lexicon) -> Reason:
    words = lexicon.identity.reasons["variant"]
    return Reason("variant", words.score, words.words.format(left=f"{left.name} {left.post}", right=right.name))


def as_row(bearer: Bearer) -> list[object]:
    """A bearer as plain values, to lie on the disk."""
    return [bearer.post, bearer.name, bearer.mention, bearer.first, bearer.last, list(bearer.papers), bearer.single]


def from_row(row: Sequence[object]) -> Bearer:
    """The bearer of such values."""
    post, name, mention, first, last, papers, single = row
    began, ended = (day if isinstance(day, int) else None for day in (first, last))
    items = tuple(map(str, papers)) if isinstance(papers, list) else ()
    return Bearer(str(post), str(name), str(mention), began, ended, items, single is True)
