"""Which opinion a later report answers: by the title that it names, or by subject, kind and dates.

A wrong link hides a demand that nobody answered, so that doubt makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from kg.model.reports import FollowUp, Opinion

# The rule that reads an opinion from the report that quotes it.
TOLD = "opinion.answered"
_LEAST_ALIKE = 0.8
_CONTAINED = 0.9
_LEAST_SUBJECT = 4
_LONGEST_WAIT = 1100
# The letter with the opinion goes out some weeks after the meeting, and may be dated by either.
_BEFORE, _AFTER = 31, 92
_KINDS = {
    "deliberation": re.compile(r"审议意见"),
    "audit": re.compile(r"审计"),
    "inspection": re.compile(r"执法检查|检查《|检查.*(?:实施|贯彻)"),
    "visit": re.compile(r"视察"),
    "appraisal": re.compile(r"评议"),
    "research": re.compile(r"调研|调查"),
    "examination": re.compile(r"审查"),
}
_ORGANS = re.compile(r"人民政府(?!.)|人民法院|人民检察院|监察委员会")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
_FRAME = re.compile(
    r"[《》〈〉“”（）\s]|中华人民共和国|[省市区县州旗镇乡]?(?:(?:人民代表大会|人大)(?:常务委员会|常委会)?|常委会|人民政府|政府)对?"
    r"|关于|审议意见书?|初步|意见|建议|落实|贯彻|研究处理|整改|查出|问题|执法检查|检查|实施|调研|审查结果|结果|审计|专项|综合"
    r"|情况|工作|报告|年度?|草案|[本全我][省市区县州旗镇乡]|^对|[的及和与]"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """An opinion as far as a link needs it; `key` is whatever the caller knows it by.

    `told` is one that is known from its answer alone: its own paper, where that is at hand, goes before it.
    """

    key: str
    title: str
    date: str | None
    addressee: str | None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A follow-up report as far as a link needs it."""

    key: str
    title: str
    answers: str
    date: str | None
    answered_on: str | None
    reported_by: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """That a report answers an opinion: `basis` is `named` or `matched`, `days` is None unless both days are known."""

    opinion: str
    report: str
    basis: str
    score: float
    days: int | None


def link(asked: Sequence[Asked], answers: Iterable[Answer], place: str) -> Iterator[Link]:
    """The opinions of one place that its reports answer; each report answers what fits best, printed once or twice."""
    for answer in answers:
        fits = [(score, one) for one in asked if (score := _score(one, answer, place)) >= _LEAST_ALIKE]
        found = [(score, one) for score, one in fits if not one.told] or fits
        best = max((score for score, _ in found), default=0.0)
        fitting = [one for score, one in found if score == best]
        # Two subjects that fit alike: which one is meant is not known.
        if len({_subject(one.title, place) for one in fitting}) == 1:
            latest = max(one.date or "" for one in fitting)
            for one in fitting:
                if (one.date or "") == latest:
                    basis = "named" if _plain(one.title) == _plain(answer.answers) else "matched"
                    yield Link(one.key, answer.key, basis, round(best, 2), _days(one.date, answer.date))


def answered(opinions: Sequence[Opinion], reports: Sequence[FollowUp], place: str) -> list[Opinion]:
    """The opinions of one gazette, each with the title of the report of the same gazette that answers it.

    One that is known from its answer is left out where the gazette prints the opinion itself.
    """
    told = [one.evidence.rule == TOLD for one in opinions]
    asked = [Asked(str(at), one.title, one.date, one.addressee, told[at]) for at, one in enumerate(opinions)]
    answers = [
        Answer(str(at), one.title, one.answers, one.date, one.answered_on, one.reported_by)
        for at, one in enumerate(reports)
    ]
    titles: dict[int, str] = {}
    for found in link(asked, answers, place):
        titles.setdefault(int(found.opinion), reports[int(found.report)].title)
    kept = [
        at for at, one in enumerate(opinions) if not told[at] or at in titles or one.follow_up not in titles.values()
    ]
    return [replace(opinions[at], follow_up=titles[at]) if at in titles else opinions[at] for at in kept]


def _score(asked: Asked, answer: Answer, place: str) -> float:
    """How well a report fits an opinion, from 0 to 1."""
    named = _plain(asked.title) == _plain(answer.answers)
    if not _in_time(asked, answer, named=named) or _other_organ(asked.addressee, answer.reported_by):
        return 0.0
    if named:
        return 1.0
    kinds = _kinds(answer.answers) or _kinds(answer.title)
    if not kinds & _kinds(asked.title) or _other_year(asked.title, answer.answers):
        return 0.0
    return _alike(_subject(asked.title, place), _subject(answer.answers, place))


def _alike(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if short == long and len(short) > 1:
        return 1.0
    if len(short) < _LEAST_SUBJECT:
        return 0.0
    if short in long:
        return _LEAST_ALIKE + (_CONTAINED - _LEAST_ALIKE) * len(short) / len(long)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() * _CONTAINED


def _plain(title: str) -> str:
    return re.sub(r"[《》〈〉“”\s]", "", title)


def _subject(title: str, place: str) -> str:
    """What a title is about, without the place, the bodies and the words that every such title has."""
    own = next((place[at:] for at in range(len(place) - 1) if place[at:] in title), "")
    return _FRAME.sub("", _YEAR.sub("", title.replace(own, "") if own else title))


def _kinds(title: str) -> frozenset[str]:
    return frozenset(kind for kind, pattern in _KINDS.items() if pattern.search(title))


def _other_year(one: str, other: str) -> bool:
    """Whether both name years, and not the same."""
    first, second = set(_YEAR.findall(one)), set(_YEAR.findall(other))
    return bool(first and second and not first & second)


def _other_organ(addressee: str | None, reporter: str | None) -> bool:
    """Whether a court was asked and the government reports, or the like; a department may answer for its government."""
    first, second = (_ORGANS.search(body) if body else None for body in (addressee, reporter))
    return bool(first and second and first.group() != second.group())


def _in_time(asked: Asked, answer: Answer, *, named: bool) -> bool:
    """Whether the report comes after the opinion and not too late, and the opinion was given when the report says."""
    given, reported = _span(asked.date), _span(answer.date)
    if given is None or reported is None:
        return named
    if not reported[1] - given[0] > 0 or reported[0] - given[1] > _LONGEST_WAIT:
        return False
    told = _span(answer.answered_on)
    return told is None or (given[1] >= told[0] - _BEFORE and given[0] <= told[1] + _AFTER)


def _days(asked: str | None, answered_on: str | None) -> int | None:
    whole = asked and answered_on and len(asked) == len(answered_on) == 10
    first, last = _span(asked), _span(answered_on)
    return last[0] - first[0] if whole and first and last else None


def _span(text: str | None) -> tuple[int, int] | None:
    """The first and the last day that a date can mean, as ordinals; None for no date."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    year, month, day = (*parts, None, None)[:3]
    if year is None:
        return None
    if day is not None and month is not None:
        return (date(year, month, day).toordinal(),) * 2
    if month is not None:
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1).toordinal(), after.toordinal() - 1
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
