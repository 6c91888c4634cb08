"""Why a bound of a tenure is known, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.query.tenures.model import Bound, Ground

# In Chinese, and in English with the Chinese word that gazettes use.
ACTS = {
    "appoint": ("任命", "任命 appointed"),
    "elect": ("选举", "选举 elected"),
    "confirm": ("确认", "确认 confirmed"),
    "remove": ("免去", "免去 removed"),
    "accept_resignation": ("接受辞职", "接受辞职 resignation accepted"),
    "resign": ("请求辞职", "辞职 resigns"),
    "terminate": ("终止", "终止 terminated"),
    "lapse": ("自行免除", "自行免除 lapsed"),
    "dismiss": ("撤销", "撤销 dismissed"),
    "seat": ("代表资格", "代表资格 seat of a deputy"),
}
RULES = {
    "Succession": ("前后任交接", "another holder (前后任)"),
    "EndOfTerm": ("届满", "the end of the term (届满)"),
    "LaterOpening": ("其后再任", "a new start of the same person (再任)"),
    "Death": ("去世", "their death (去世)"),
    "BodyEnded": ("机构终止", "the end of the body (机构终止)"),
}
_SAYS = {
    "act": ("{day}{act}", "{act} {day}"),
    "no_day": ("日期不详的", "on an unknown day"),
    "seen": ("{day}在任", "在任 seen in office {day}"),
    "until": ("至{day}", " to {day}"),
    "last": ("最后见于{what}", "last {what}"),
    "began": ("不早于{day}开始（据{rule}推断）", "began {day} or later, inferred from {rule}"),
    "ended": ("最晚{day}结束（据{rule}推断）", "ended by {day}, inferred from {rule}"),
    "former": ("{day}已称原任，至此已结束", "原任 former holder {day}, so ended by then"),
    "unknown": ("{what}不明", "{what} unknown"),
    "start": ("起始", "start"),
    "end": ("结束", "end"),
    "and": ("、", " and "),
    "next": ("；", "; "),
}


def why(start: Bound, end: Bound, grounds: Sequence[Ground], language: str = "en") -> str:
    """How the start and the end of a tenure are known, or that they are not; in `zh` or `en`."""
    return _Speaker(1 if language == "en" else 0).why(start, end, grounds)


class _Speaker:
    """Says it in one language, by its place in the pairs."""

    def __init__(self, place: int) -> None:
        self._place = place

    def why(self, start: Bound, end: Bound, grounds: Sequence[Ground]) -> str:
        seen = _seen(grounds)
        opened, closed = _acts(grounds, "opened"), _acts(grounds, "closed")
        parts = [*self._start(start, opened, seen), *self._end(end, closed, seen, grounds)]
        unknown = [] if opened or start.inferred_by else [self._say("start")]
        unknown += [] if closed or end.latest else [self._say("end")]
        rest = [self._say("unknown", what=self._say("and").join(unknown))] if unknown else []
        return self._say("next").join([*parts, *rest])

    def _say(self, name: str, **told: str | None) -> str:
        return _SAYS[name][self._place].format(**told)

    def _start(self, start: Bound, opened: Sequence[Ground], seen: Sequence[Ground]) -> Iterator[str]:
        if opened:
            yield self._act(opened[0])
        if start.inferred_by:
            yield self._say("began", day=start.earliest, rule=self._rule(start.inferred_by))
        # Somebody who is seen in office has begun by then.
        if seen and not opened:
            last = self._say("until", day=seen[-1].date) if seen[-1].date != seen[0].date else ""
            yield self._sight(seen[0]) + last

    def _end(
        self, end: Bound, closed: Sequence[Ground], seen: Sequence[Ground], grounds: Sequence[Ground]
    ) -> Iterator[str]:
        if closed:
            yield self._act(closed[0])
            return
        if seen and _acts(grounds, "opened"):
            yield self._say("last", what=self._sight(seen[-1]))
        former = [ground for ground in _dated(grounds, "attested") if ground.event == "held"]
        if end.inferred_by:
            yield self._say("ended", day=end.latest, rule=self._rule(end.inferred_by))
        elif former and end.latest is not None:
            yield self._say("former", day=former[0].date)

    def _rule(self, name: str) -> str:
        return RULES[name][self._place] if name in RULES else name

    def _act(self, ground: Ground) -> str:
        act = ACTS[ground.event][self._place] if ground.event in ACTS else ground.event
        return self._say("act", act=act, day=ground.date or self._say("no_day"))

    def _sight(self, ground: Ground) -> str:
        if ground.event in ("holds", "attends"):
            return self._say("seen", day=ground.date)
        return self._act(ground)


def _acts(grounds: Sequence[Ground], part: str) -> list[Ground]:
    """The facts that open or close, those with a date first."""
    return [*_dated(grounds, part), *(ground for ground in grounds if ground.part == part and not ground.date)]


def _dated(grounds: Sequence[Ground], part: str) -> list[Ground]:
    found = [ground for ground in grounds if ground.part == part and ground.date]
    return sorted(found, key=lambda ground: ground.date or "")


def _seen(grounds: Sequence[Ground]) -> list[Ground]:
    return [ground for ground in _dated(grounds, "attested") if ground.event != "held"]
