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
    return "; ".join([*_start(start, grounds), *_end(end, grounds)])


def _start(start: Bound, grounds: Sequence[Ground]) -> Iterator[str]:
    opened = _dated(grounds, "opened")
    if opened:
        yield _act(opened[0])
        return
    if start.inferred_by:
        yield f"began {start.earliest} or later, inferred from {RULES.get(start.inferred_by, start.inferred_by)}"
    undated = [ground for ground in grounds if ground.part == "opened"]
    if undated:
        yield f"{_act(undated[0])}, day unknown"
    elif start.latest is not None:
        seen = [ground for ground in (*_seen(grounds), *_dated(grounds, "closed")) if ground.date]
        first = min(seen, key=lambda ground: ground.date or "", default=None)
        yield f"{_sight(first)}, so began by then" if first else f"began by {start.latest}"


def _end(end: Bound, grounds: Sequence[Ground]) -> Iterator[str]:
    closed = [ground for ground in grounds if ground.part == "closed"]
    seen = _seen(grounds)
    if closed:
        dated = _dated(grounds, "closed")
        yield _act(dated[0]) if dated else f"{_act(closed[0])}, day unknown"
        return
    if seen and seen[-1].date == end.earliest:
        yield f"last {_sight(seen[-1])}"
    former = [ground for ground in _dated(grounds, "attested") if ground.event == "held"]
    if end.inferred_by:
        yield f"ended by {end.latest}, inferred from {RULES.get(end.inferred_by, end.inferred_by)}"
    elif former and end.latest is not None:
        yield f"原任 former holder {former[0].date}, so ended by then"
    elif end.latest is None:
        yield "end unknown"


def _dated(grounds: Sequence[Ground], part: str) -> list[Ground]:
    found = [ground for ground in grounds if ground.part == part and ground.date]
    return sorted(found, key=lambda ground: ground.date or "")


def _seen(grounds: Sequence[Ground]) -> list[Ground]:
    return [ground for ground in _dated(grounds, "attested") if ground.event != "held"]


def _act(ground: Ground) -> str:
    return " ".join(filter(None, (ACTS.get(ground.event, ground.event), ground.date)))


def _sight(ground: Ground) -> str:
    if ground.event in ("holds", "attends"):
        return f"在任 seen in office {ground.date}"
    return _act(ground)
