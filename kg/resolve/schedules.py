"""Which scheduled topic a meeting took up: by the subject of the topic and of the point on the agenda, within its year.

A wrong link says that something was done that was not, so that doubt makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_LEAST_ALIKE = 0.82
_CONTAINED = 0.9
_LEAST_SUBJECT = 4
# What a topic and a point of the agenda may each have or lack: verbs, organs, kinds of paper, their state.
_FRAME = re.compile(
    r"[《》〈〉“”（）()、，。；：\s]|听取(?:和|并|、)?审议|审查(?:和|并|、)?批准|听取|审议|审查|批准|检查|专题询问|并?开展|作出决[议定]"
    r"|[本全我]?[省市区县州旗镇乡](?:人民)?政府|人民政府|人大常委会|常委会|人民法院|人民检察院|监察委员会|关于|本[省市区县州旗镇乡]|[本全我][省市区县州旗镇乡]"
    r"|(?:专项)?(?:工作|情况)(?:的)?报告|的?报告|情况|草案|方案草案|年度|[的及和与]"
)
_YEAR = re.compile(r"((?:19|20)\d{2})年")


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A topic of a work plan, or a point of an agenda; `key` is whatever the caller knows it by."""

    key: str
    title: str
    year: int


@dataclass(frozen=True, slots=True)
class TakenUp:
    """That a meeting took up a scheduled topic."""

    topic: str
    point: str
    score: float


def taken_up(topics: Sequence[Scheduled], points: Iterable[Scheduled]) -> Iterator[TakenUp]:
    """The topics of one place that its meetings took up; each point takes up the one topic that fits best, or none."""
    for point in points:
        scored = [(_score(topic, point), topic) for topic in topics if topic.year == point.year]
        best = max((score for score, _ in scored), default=0.0)
        fitting = {topic.key for score, topic in scored if score == best}
        if best >= _LEAST_ALIKE and len(fitting) == 1:
            yield TakenUp(fitting.pop(), point.key, round(best, 2))


def _score(topic: Scheduled, point: Scheduled) -> float:
    one, other = _subject(topic.title), _subject(point.title)
    if min(len(one), len(other)) < _LEAST_SUBJECT or _contradict(topic.title, point.title):
        return 0.0
    if one in other or other in one:
        return _CONTAINED if one != other else 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _subject(title: str) -> str:
    return _FRAME.sub("", title)


def _contradict(one: str, other: str) -> bool:
    """Whether two titles speak of different years: the accounts of one are not those of the next."""
    years = set(_YEAR.findall(one)), set(_YEAR.findall(other))
    return all(years) and not years[0] & years[1]
