"""Who is meant by a name: what passages state of it, and the people that resolution makes of them."""

from __future__ import annotations

from dataclasses import dataclass

# 吕某, 张××: signs that stand for characters left out.
_HIDING = frozenset("某×Ｘ*＊○〇")


def is_hidden(name: str) -> bool:
    """Whether a name hides somebody; two such names are never one person's because they are alike."""
    return not _HIDING.isdisjoint(name)


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one fact states of one name.

    `mention` is the name in one gazette and one capacity; facts of one mention are of one person. `event` is the kind
    of the fact: an event of the table `personnel`, `holds` or `held`, `present`, `on_leave`, `observer`,
    `seat_elected`, `seat_terminated`, `voted_on`, `author`, `agent`. `start` and `end` are code points of the gazette's
    text, half-open; `gazette` is the IRI of the text and `stem` its file name; dates are ISO of any precision;
    `meeting`, `item` and `fact` are names that tell one from another.
    """

    name: str
    mention: str
    gazette: str
    stem: str
    place: str
    fact: str
    event: str
    body: str | None = None
    title: str | None = None
    qualifier: str | None = None
    date: str | None = None
    item: str | None = None
    start: int = 0
    end: int = 0
    meeting: str | None = None
    term: int | None = None
    constituency: str | None = None
    described_as: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two mentions are thought to be of one person, or of two: a score in [0, 1] and its words."""

    kind: str
    score: float
    words: str


@dataclass(frozen=True, slots=True)
class Join:
    """A mention that was joined to an earlier one of the same person, and why."""

    mention: str
    to: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people of whom it is not decided whether they are one, or of whom it is known that they are two.

    `verdict` is `unsure` where something speaks for one person, `name_only` where nothing but the name does,
    `different`, or `same`; `left` and `right` are mentions; `by` is who judged, None for the program.
    """

    left: str
    right: str
    verdict: str
    reason: Reason
    by: str | None = None


@dataclass(frozen=True, slots=True)
class ResolvedPerson:
    """One person: the names printed (the first is the one to show), the places, and the mentions in order of time."""

    name: str
    place: str | None
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    anchor: str
    joins: tuple[Join, ...] = ()
