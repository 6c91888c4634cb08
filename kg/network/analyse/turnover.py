"""Who came to a body and who left it in a period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model.dates import later
from kg.network.analyse.graphs import Labels
from kg.network.analyse.membership import Held, graph
from kg.network.analyse.records import Known, Line, Tenure, lines
from kg.network.analyse.scope import POSSIBLE, Analysis, LeftOut, Scope, tenures
from kg.network.analyse.spans import Certainty, Span, dated, days_of, together, window


@dataclass(frozen=True, slots=True)
class Turnover:
    """The people of a body in a period, which runs from one day to another, both included.

    `people` surely sat in it on some day from the eve of the period to its end, `possible` perhaps. Of `people`,
    `joined` were surely not in it on the eve, `left` surely not on the last day; `unsure` are those of whom one of both
    is only possible. `turnover`, 0 to 1, is the share of `left` in `people`; None where that is nobody. With the eve,
    whoever leaves on the first day of a year counts in that year and in no other.
    """

    period: str
    body: str
    people: int
    possible: int
    joined: int
    left: int
    unsure: int
    turnover: float | None
    came: tuple[str, ...]
    went: tuple[str, ...]
    evidence: tuple[Line, ...]
    body_iri: str


def turnover(known: Known, scope: Scope) -> Analysis[Turnover]:
    """The bodies with most people first; without a period, from the first to the last day that is known."""
    left, labels = LeftOut(), Labels(known)
    scope = Scope(scope.period or whole(known), scope.bodies, scope.possible)
    bodies: defaultdict[str, dict[str, Certainty]] = defaultdict(dict)
    held: defaultdict[tuple[str, str], list[tuple[Tenure, Certainty]]] = defaultdict(list)
    period = scope.period or Span()
    for tenure, certainty in tenures(known, Scope(_with_eve(period), scope.bodies), left):
        body = tenure.body or ""
        if bodies[body].get(tenure.person) != "certain":
            bodies[body][tenure.person] = certainty
        held[tenure.person, body].append((tenure, certainty))
    of_all = _all(known)
    rows = [_row(labels, body, members, of_all, period) for body, members in bodies.items()]
    kept = [row for row in rows if row.people or scope.possible]
    left.add("bodies with possible people alone", len(rows) - len(kept), POSSIBLE)
    kept.sort(key=lambda row: (-row.people, -row.possible, row.body_iri))
    return Analysis("turnover", tuple(kept), graph(labels, _taken(held, scope)), left.told())


def whole(known: Known) -> Span | None:
    """From the first to the last day that bounds a tenure or is one of a meeting; None where there is none."""
    days = sorted(day for span in _spans(known) for day in days_of(span))
    return window(days[0], days[-1]) if days else None


def _spans(known: Known) -> Iterable[Span]:
    yield from (tenure.span for tenure in known.tenures)
    yield from (one.span for one in known.presences if one.span is not None)


def _taken(held: Held, scope: Scope) -> Held:
    kept = {pair: [one for one in group if scope.takes(one[1])] for pair, group in sorted(held.items())}
    return {pair: group for pair, group in kept.items() if group}


def _all(known: Known) -> dict[tuple[str, str], list[Tenure]]:
    found: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in known.tenures:
        if tenure.body is not None:
            found[tenure.person, tenure.body].append(tenure)
    return found


def _row(
    labels: Labels, body: str, members: dict[str, Certainty], held: dict[tuple[str, str], list[Tenure]], period: Span
) -> Turnover:
    certain = sorted(person for person, certainty in members.items() if certainty == "certain")
    was = {person: _there(held[person, body], _eve(period)) for person in certain}
    stays = {person: _there(held[person, body], _last_day(period)) for person in certain}
    came = [person for person in certain if was[person] is None]
    went = [person for person in certain if stays[person] is None]
    unsure = [person for person in certain if "possible" in (was[person], stays[person])]
    evidence = lines(*(tenure.evidence for person in members for tenure in held[person, body]))
    return Turnover(
        shown(period), labels.body(body), len(certain), len(members) - len(certain), len(came), len(went), len(unsure),
        round(len(went) / len(certain), 4) if certain else None, tuple(map(labels.person, came)),
        tuple(map(labels.person, went)), evidence, body,
    )  # fmt: skip


def shown(period: Span) -> str:
    """A period as its first and its last day."""
    return f"{period.first_start}/{later(period.last_end, -1)}" if period.end_latest else ""


def _with_eve(period: Span) -> Span | None:
    first, after = period.start_earliest, period.end_latest
    return window(later(first, -1), later(after, -1)) if first and after else None


def _eve(period: Span) -> Span | None:
    return dated(period.start_earliest and later(period.start_earliest, -1))


def _last_day(period: Span) -> Span | None:
    return dated(period.end_latest and later(period.end_latest, -1))


def _there(held: list[Tenure], day: Span | None) -> Certainty | None:
    """Whether somebody was in a body on a day, by all posts held there."""
    found = {together(tenure.span, day) for tenure in held if day is not None}
    if "certain" in found:
        return "certain"
    return "possible" if "possible" in found else None
