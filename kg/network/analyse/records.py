"""What the analyses are made from: who held which post and when, who came to which meeting, and what says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.network.analyse.spans import Span
from kg.network.records import Body, Person


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """The first line of a passage: what an analysis derives from."""

    gazette: str
    line: int

    def __str__(self) -> str:
        """As it is printed everywhere."""
        return f"{self.gazette}:{self.line}"


@dataclass(frozen=True, slots=True)
class Tenure:
    """One holding of one post; `several` is None where it is unknown whether the post has more than one seat.

    `person`, `post` and `body` are IRIs; `body` is None where the text names a post alone. The lines are those that
    open, close and attest it, and those from which a bound is inferred.
    """

    id: str
    person: str
    post: str
    name: str
    title: str
    body: str | None
    span: Span
    several: bool | None = None
    qualifier: str | None = None
    opens: tuple[Line, ...] = ()
    closes: tuple[Line, ...] = ()
    attests: tuple[Line, ...] = ()
    infers: tuple[Line, ...] = ()

    @property
    def evidence(self) -> tuple[Line, ...]:
        """All that it derives from, in order."""
        return lines(self.opens, self.closes, self.attests, self.infers)


@dataclass(frozen=True, slots=True)
class Presence:
    """That a person was at a meeting of a body; `span` is None where the meeting has no date."""

    meeting: str
    name: str
    body: str | None
    person: str
    span: Span | None
    evidence: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """All that was asked of the store, each in the order of its ids.

    `after` names the bodies or posts that go on a body or post after it was renamed, merged or split.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    tenures: tuple[Tenure, ...] = ()
    presences: tuple[Presence, ...] = ()
    after: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def name(self, person: str) -> str:
        """The name of a person: two of one name may be one person whom nothing has joined."""
        known = self.people.get(person)
        return person if known is None else known.name

    def goes_on_as(self, old: str | None, new: str | None) -> bool:
        """Whether a body goes on in another, however many changes lie between."""
        return new in self._all_after(old)

    def last_form(self, post: str) -> str:
        """The last post that a post goes on as, and itself where it goes on as none or as several."""
        ends = [one for one in self._all_after(post) if not self.after.get(one)]
        return ends[0] if len(ends) == 1 else post

    def _all_after(self, old: str | None) -> set[str]:
        found: set[str] = set()
        left = list(self.after.get(old or "", ()))
        while left:
            one = left.pop()
            if one not in found:
                found.add(one)
                left += self.after.get(one, ())
        return found


def lines(*evidence: Iterable[Line]) -> tuple[Line, ...]:
    """Passages of several sources, each once and in order."""
    return tuple(sorted({line for group in evidence for line in group}))
