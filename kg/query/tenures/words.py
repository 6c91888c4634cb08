"""Why a bound of a tenure is known, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.query.tenures.model import Bound, Ground

ACTS = {
    "appoint": "任命 appointed",
    "elect": "选举 elected",
    "confirm": "确认 confirmed",
    "remove": "免去 removed",
    "accept_resignation": "接受辞职 resignation accepted",
    "resign": "辞职 resigns",
    "terminate": "终止 terminated",
    "lapse": "自行免除 lapsed",
    "dismiss": "撤销 dismissed",
    "seat": "代表资格 seat of a deputy",
}
RULES = {
    "Succession": "another holder (前后任)",
    "EndOfTerm": "the end of the term (届满)",
    "LaterOpening": "a new start of the same person (再任)",
    "Death": "their death (去世)",
    "BodyEnded": "the end of the body (机构终止)",
}


def why(start: Bound, end: Bound, grounds: Sequence[Ground]) -> str:
    """How the start and the end of a tenure are known, or that they are not."""
    seen = _seen(grounds)
    opened, closed = _acts(grounds, "opened"), _acts(grounds, "closed")
    parts = [*_start(start, opened, seen), *_end(end, closed, seen, grounds)]
    unknown = [] if opened or start.inferred_by else ["start"]
    unknown += [] if closed or end.latest else ["end"]
    return "; ".join([*parts, *([f"{' and '.join(unknown)} unknown"] if unknown else [])])


def _start(start: Bound, opened: Sequence[Ground], seen: Sequence[Ground]) -> Iterator[str]:
    if opened:
        yield _act(opened[0])
    if start.inferred_by:
        yield f"began {start.earliest} or later, inferred from {RULES.get(start.inferred_by, start.inferred_by)}"
    # Somebody who is seen in office has begun by then.
    if seen and not opened:
        last = f" to {seen[-1].date}" if seen[-1].date != seen[0].date else ""
        yield _sight(seen[0]) + last


def _end(end: Bound, closed: Sequence[Ground], seen: Sequence[Ground], grounds: Sequence[Ground]) -> Iterator[str]:
    if closed:
        yield _act(closed[0])
        return
    if seen and _acts(grounds, "opened"):
        yield f"last {_sight(seen[-1])}"
    former = [ground for ground in _dated(grounds, "attested") if ground.event == "held"]
    if end.inferred_by:
        yield f"ended by {end.latest}, inferred from {RULES.get(end.inferred_by, end.inferred_by)}"
    elif former and end.latest is not None:
        yield f"原任 former holder {former[0].date}, so ended by then"


def _acts(grounds: Sequence[Ground], part: str) -> list[Ground]:
    """The facts that open or close, those with a date first."""
    return [*_dated(grounds, part), *(ground for ground in grounds if ground.part == part and not ground.date)]


def _dated(grounds: Sequence[Ground], part: str) -> list[Ground]:
    found = [ground for ground in grounds if ground.part == part and ground.date]
    return sorted(found, key=lambda ground: ground.date or "")


def _seen(grounds: Sequence[Ground]) -> list[Ground]:
    return [ground for ground in _dated(grounds, "attested") if ground.event != "held"]


def _act(ground: Ground) -> str:
    return f"{ACTS.get(ground.event, ground.event)} {ground.date or 'on an unknown day'}"


def _sight(ground: Ground) -> str:
    if ground.event in ("holds", "attends"):
        return f"在任 seen in office {ground.date}"
    return _act(ground)
