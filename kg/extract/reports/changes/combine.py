"""Acts put together to changes: 撤销A，设立B is one change, and so are 组建B and 不再保留A."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.reports.changes.sentence import SEGMENTS, Act
from kg.lexicon import Lexicon
from kg.recognise.body_sorts import place_of, sort_of

_ENDING = re.compile(r"(?:委员会|管理局|办公室|局|厅|部|委|办|公司|中心|处|室|所|站|队)$")
_PLACE_END = re.compile(r"(?:街道办事处|街道|镇|乡|县|市|区|旗|苏木|人民公社|公社)$")
_ZONE = re.compile(r"[^省市县州盟]{1,6}区")
_LEAST_SHARED = 2
_GENERAL = ("管理", "工作", "人民", "委员", "服务", "事务", "综合", "行政", "监督", "革命")


@dataclass(frozen=True, slots=True)
class Change:
    """A change with the span of the words that state it, in the text that its acts were read from."""

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    start: int
    end: int


def changes(acts: Sequence[Act], own: tuple[str, ...], lexicon: Lexicon) -> list[Change]:
    """The changes that the acts of a paragraph make, in order; what a fuller one tells stands once.

    `own` is the chain of places of the gazette.
    """
    left = _resulting(list(acts))
    left = _taken_over(left)
    left = _replaced(left, own, lexicon)
    found = [change for act in left for change in _of(act)]
    return [one for one in found if not any(_tells_more(other, one) for other in found)]


def _resulting(acts: list[Act]) -> list[Act]:
    """整合A、B，组建C: a verb without what comes of it takes it from the next that founds."""
    found: list[Act] = []
    for act in acts:
        last = found[-1] if found else None
        if last and _results(last, act):
            found[-1] = replace(last, after=act.after, end=act.end)
        else:
            found.append(act)
    return found


def _results(last: Act, act: Act) -> bool:
    """Whether an act founds what comes of the one before it."""
    if last.after or last.sort not in ("merge", "split", "apart", "reshape"):
        return False
    if act.sort not in ("found", "again") and not (act.sort == "form" and last.sort == "merge"):
        return False
    return act.segment == last.segment and (last.sort != "split" or len(act.after) > 1)


def _taken_over(acts: list[Act]) -> list[Act]:
    """组建C，不再保留A; 将A的职责划入C，撤销A: what ends goes into what took it over."""
    found: list[Act] = []
    for act in acts:
        at = _taker(found, act) if act.sort in ("abolish", "ended") else None
        if at is None:
            found.append(act)
            continue
        taker = found[at]
        rest = tuple(name for name in taker.before if name not in act.before)
        if taker.sort in ("transfer", "given"):
            found[at : at + 1] = [replace(taker, before=rest)] if rest else []
            found.insert(at, replace(taker, sort="merge", before=act.before, partly=(), end=max(taker.end, act.end)))
        else:
            whole = (*taker.before, *(name for name in act.before if name not in taker.before))
            partly = tuple(name for name in taker.partly if name not in act.before)
            end = max(taker.end, act.end)
            found[at] = replace(taker, sort="merge", before=whole, partly=partly, end=end)
    return found


def _taker(acts: Sequence[Act], ended: Act) -> int | None:
    """Which act took over what ends: one that names it, or, for 不再保留, the last that founds a single body."""
    for at in range(len(acts) - 1, -1, -1):
        one = acts[at]
        named = {*one.before, *one.partly} & set(ended.before)
        if one.sort in ("merge", "transfer", "given") and len(one.after) == 1 and named:
            return at
    last = acts[-1] if acts else None
    if ended.sort != "ended" or last is None or len(last.after) != 1 or last.after[0] in ended.before:
        return None
    # What stands behind a semicolon is told of something else; what opens the next sentence may belong to it.
    if last.segment != ended.segment and last.segment // SEGMENTS == ended.segment // SEGMENTS:
        return None
    beside = [one for one in acts if one.sort == "found" and one.segment == last.segment]
    alone = last.sort in ("merge", "again") or (last.sort == "found" and (len(beside) == 1 or _joined(acts, ended)))
    return len(acts) - 1 if alone else None


def _joined(acts: Sequence[Act], ended: Act) -> bool:
    """组建A；组建B，不再保留C: what ends stands right behind one that founds, and what was founded before stands apart."""
    return len(acts) > 1 and acts[-1].segment != acts[-2].segment and acts[-1].segment == ended.segment


def _replaced(acts: list[Act], own: tuple[str, ...], lexicon: Lexicon) -> list[Act]:
    """撤销A，设立B: one change, where each stands once beside the other and they can be the same."""
    found: list[Act] = []
    for act in acts:
        last = found[-1] if found else None
        both = {last.sort, act.sort} if last else set()
        alone = sum(1 for one in acts if one.segment == act.segment and one.sort in ("abolish", "found")) == 2
        if last and both == {"abolish", "found"} and last.segment == act.segment and alone:
            old, new = (last, act) if last.sort == "abolish" else (act, last)
            joined = _successors(old, new, own, lexicon)
            if joined:
                found[-1] = joined
                continue
        found.append(act)
    return found


def _successors(old: Act, new: Act, own: tuple[str, ...], lexicon: Lexicon) -> Act | None:
    # 成立A，后撤销: the two acts are told of one body.
    if set(new.after) <= set(old.before) and new.start < old.start:
        return None
    sorts = {sort_of(name, lexicon) for name in (*old.before, *new.after)}
    places = sorts == {"place"}
    start, end = min(old.start, new.start), max(old.end, new.end)
    pairs = old.pairs or new.pairs
    both = Act("rename", old.before, new.after, start, end, new.segment, (), pairs)
    if places and len(old.before) == len(new.after) > 1 and (order := _paired(old.before, new.after)):
        return replace(both, after=order, pairs=True)
    if len(new.after) == 1 and (places or any(_alike(name, new.after[0], own, lexicon) for name in old.before)):
        return both
    # 撤销A、B，组建C: the word says that C is made of what there was.
    if len(new.after) == 1 and new.word.endswith("组建") and old.word.startswith("撤") and old.start < new.start:
        return replace(both, sort="merge")
    if len(old.before) == 1 and len(new.after) > 1 and (places or pairs):
        return replace(both, sort="split")
    return both if pairs and len(old.before) == len(new.after) else None


def _paired(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """甲镇、乙镇 and 甲街道、乙街道: the new places in the order of the old ones whose names they bear."""
    stems = {_PLACE_END.sub("", name): name for name in new}
    order = tuple(stems.get(_PLACE_END.sub("", name), "") for name in old)
    return order if all(order) and len(set(order)) == len(new) else ()


def _alike(one: str, other: str, own: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether two names share what they deal with: 计划委员会 and 计划经济委员会."""
    one, other = _task(one, own, lexicon), _task(other, own, lexicon)
    parts = {one[at : at + _LEAST_SHARED] for at in range(len(one) - 1)}
    return any(part in other and part not in _GENERAL for part in parts)


def _task(name: str, own: tuple[str, ...], lexicon: Lexicon) -> str:
    """A name without its place and without the word for its sort."""
    return _ENDING.sub("", name.removeprefix(place_of(name, own, lexicon)))


def _of(act: Act) -> Iterator[Change]:
    """The changes of one act."""
    span = act.start, act.end
    if act.sort in ("rename", "reshape"):
        yield from _renamed(act, span)
    elif act.sort in ("merge", "transfer") and len(act.after) == 1:
        if act.before and act.sort == "merge":
            yield Change("merged", act.before, act.after, *span)
        elif act.sort == "merge":
            yield Change("founded", (), act.after, *span)
        given = act.partly if act.sort == "merge" else act.before
        yield from (Change("transferred", (name,), act.after, *span) for name in given if name not in act.after)
    elif act.sort == "split" and len(act.after) > 1:
        yield Change("split", act.before, act.after, *span)
    elif act.sort == "apart" and act.after:
        after = act.after if act.before[0] in act.after else (*act.before, *act.after)
        yield Change("split", act.before, after, *span)
    elif act.sort == "found":
        # A district with its name alone may be any zone.
        yield from (Change("founded", (), (name,), *span) for name in act.after if not _ZONE.fullmatch(name))
    elif act.sort in ("abolish", "ended"):
        yield from (Change("abolished", (name,), (), *span) for name in act.before)


def _renamed(act: Act, span: tuple[int, int]) -> Iterator[Change]:
    old, new = act.before, act.after
    if len(old) == len(new) > 1 and (order := _paired(old, new)):
        yield from (Change("renamed", (a,), (b,), *span) for a, b in zip(old, order, strict=True) if a != b)
    elif len(old) == len(new) and (len(old) == 1 or act.pairs):
        yield from (Change("renamed", (a,), (b,), *span) for a, b in zip(old, new, strict=True) if a != b)
    elif len(new) == 1:
        # 撤销甲地区、甲市，设立甲市: the new body has the name of one of the old ones.
        yield Change("merged", tuple(name for name in old if name not in new), new, *span)
    elif len(old) == 1 and len(new) > 1:
        yield Change("split", old, new, *span)


def _tells_more(other: Change, one: Change) -> bool:
    """Whether another change tells the founding or the end that one tells alone."""
    if one.kind == "founded":
        return other.kind not in ("founded", "transferred") and one.after[0] in other.after
    if one.kind == "abolished":
        return other.kind != "abolished" and other.kind != "transferred" and one.before[0] in other.before
    return False
