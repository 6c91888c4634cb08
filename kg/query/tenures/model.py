"""A tenure as questions tell it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.query.evidence import Passage
from kg.query.periods import Period


@dataclass(frozen=True, slots=True)
class Bound:
    """Between which days a holding began or ended, each None where it is not known.

    `inferred_by` is the rule that gave it where no gazette states it: `Succession`, `EndOfTerm`, `LaterOpening`,
    `Death` or `BodyEnded`. An end is the first day after the holding.
    """

    earliest: str | None
    latest: str | None
    inferred_by: str | None = None

    @property
    def text(self) -> str:
        """The bound as it is shown; an unknown one is `?`."""
        if self.earliest == self.latest:
            return self.earliest or "?"
        if self.earliest is None:
            return f"≤ {self.latest}"
        return f"≥ {self.earliest}" if self.latest is None else f"{self.earliest}..{self.latest}"


@dataclass(frozen=True, slots=True)
class Ground:
    """A fact that a tenure rests on: what it does to it (`opened`, `closed`, `attested`, `inferred`), and its words."""

    part: str
    event: str
    date: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody's holding of a post between its bounds, and what that rests on.

    `certain` are the first day on which it is known to be held and the day from which that is no longer known; None
    where there is no such day. `possible` are the first and the last bound, None where unbounded. `head` tells whether
    the post leads its body, `several` whether many hold it at one time; None where that is not known. `status` answers
    for the day that was asked: `certain` or `possible`.
    """

    tenure: str
    person: str
    name: str
    place: str | None
    post: str
    label: str
    title: str | None
    body: str | None
    body_name: str | None
    head: bool | None
    several: bool | None
    qualifier: str | None
    start: Bound
    end: Bound
    certain: tuple[str, str] | None
    possible: tuple[str | None, str | None]
    why: str
    grounds: tuple[Ground, ...]
    status: str | None = None


def status(start: Bound, end: Bound, asked: Period) -> str | None:
    """`certain` where it is held all through the days, `possible` where on some of them; None where on none."""
    if (start.earliest or "") > asked.last or (end.latest or "~") <= asked.first:
        return None
    sure = start.latest is not None and end.earliest is not None
    if sure and (start.latest or "") <= asked.first and asked.last < (end.earliest or ""):
        return "certain"
    return "possible"


def in_time(tenure: Tenure) -> tuple[str, str, str, str]:
    """The order in which tenures are told: by the first day that is known of them."""
    days = (tenure.start.latest, tenure.start.earliest, tenure.end.earliest, tenure.end.latest)
    known = next((day for day in days if day is not None), "~")
    return known, tenure.end.earliest or tenure.end.latest or "~", tenure.label, tenure.tenure
