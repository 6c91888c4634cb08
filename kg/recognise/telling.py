"""How news tells a day: by the day on which it was published, with 昨天, 今天, or the number of the day alone."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.recognise.dates import find_dates, iso_date
from kg.recognise.numbers import number

_DAY = r"(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日"
# 北京6月29日电, 本报5月3日讯: the day of the paper, not that of what it tells.
_DATELINE = re.compile(
    rf"{_DAY}(?=[^，。\d]{{0,6}}(?:电|讯|消息|报道)|星期|第?[A-Z]?\d{{1,2}}版)|(?<=\d期){_DAY}|(?<=[一二三四五六七八九十]期){_DAY}"
)
_NUMERIC = r"(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
_PARTS = re.compile(r"((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})")
# What pages print around a text: 发布时间：2018-01-19, 2014-10-14 09:32, 2005年07月21日　某某晚报, （某办 2021-02-26）.
_PUBLISHED = re.compile(
    rf"(?:发布|发表|更新|发稿)?(?:时间|日期)[：:]\s*{_NUMERIC}"
    rf"|{_NUMERIC}\s*(?:星期|第?[A-Z]?\d{{1,2}}版)|第[\d一二三四五六七八九十]{{1,4}}期\s*{_NUMERIC}"
    rf"|[（(]{_NUMERIC}《[^》]{{2,16}}》"
    rf"|{_NUMERIC}\s*\d{{1,2}}[:：]\d{{2}}(?!\d)"
    rf"|(?:^|。)\s*[（(]?(?:[一-龥]{{2,12}}[\s　]+)?{_NUMERIC}(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?"
    r"(?:[\s　|]*(?:来源.*|[一-龥]{2,12}(?:报|网|台|社|刊)))?[)）]?\s*$",
    re.M,
)
_TOLD = re.compile(
    r"(?P<back>前[天日]|昨[天日晚]|今[天日晨](?!的?(?:大会|会议))|当[天日]|[今昨](?=（\d{1,2}日?）日?))"
    r"|(?<![\d月年至到\-—～~一二三四五六七八九十初])(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日"
    r"(?=上午|下午|晚|，|经|在|召开|举行|闭幕|决定|表决|通过|任命|从|市|县|省|区)"
)
_BACK = {"前": 2, "昨": 1, "今": 0, "当": 0}
_PAGE_HEAD = 600


def without_dateline(text: str) -> str:
    """The text with the day of a dateline masked, character by character."""
    return _DATELINE.sub(lambda found: "＊" * len(found.group()), text)


def published_on(text: str) -> str | None:
    """The day on which a page or paper was published, as it prints it around its text; None where it prints several."""
    found = set()
    for part in (text[:_PAGE_HEAD], text[-_PAGE_HEAD:]):
        for match in _PUBLISHED.finditer(part):
            year, month, day = _PARTS.findall(match.group())[0]
            found.add(iso_date(int(year), int(month), int(day)))
    return found.pop() if len(found) == 1 else None


def told_day(text: str, published: str) -> str | None:
    """The day that a sentence tells from the day of publication; a day's number alone means the last such day."""
    match = _TOLD.search(text)
    if match is None:
        return None
    day = date.fromisoformat(published)
    if match["back"]:
        return (day - timedelta(days=_BACK[match["back"][0]])).isoformat()
    wanted = number(match["day"]) or 0
    for month in (day, day.replace(day=1) - timedelta(days=1)):
        iso = iso_date(month.year, month.month, wanted)
        if iso and iso <= published:
            return iso
    return None


def dateline_day(text: str, year: int | None) -> str | None:
    """The day of a dateline, where its year is known."""
    match = _DATELINE.search(text)
    found = find_dates(match.group(), year) if match else []
    return found[0].iso if found else None
