"""Why the bounds of a tenure are known, said in Chinese and in English."""

from __future__ import annotations

import re

import pytest

from kg.query.tenures.model import Bound, Ground
from kg.query.tenures.words import why

OPEN = Bound(None, None)


def ground(part: str, event: str, day: str | None) -> Ground:
    return Ground(part, event, day, ())


@pytest.mark.parametrize(
    ("start", "end", "grounds", "zh", "en"),
    [
        (
            Bound("2019-01-10", "2019-01-10"), Bound("2021-03-01", "2021-03-01"),
            [ground("opened", "appoint", "2019-01-10"), ground("closed", "remove", "2021-03-01")],
            "2019-01-10任命；2021-03-01免去", "任命 appointed 2019-01-10; 免去 removed 2021-03-01",
        ),
        (
            OPEN, OPEN, [ground("opened", "elect", None), ground("attested", "holds", "2020-05")],
            "日期不详的选举；最后见于2020-05在任；结束不明",
            "选举 elected on an unknown day; last 在任 seen in office 2020-05; end unknown",
        ),
        (
            Bound(None, "2020-01-02"), Bound(None, "2023-01-01", "Succession"),
            [ground("attested", "holds", "2020-01-02"), ground("attested", "attends", "2021-01-02")],
            "2020-01-02在任至2021-01-02；最晚2023-01-01结束（据前后任交接推断）；起始不明",
            "在任 seen in office 2020-01-02 to 2021-01-02; ended by 2023-01-01, inferred from another holder (前后任); "
            "start unknown",
        ),
        (
            Bound("2018-02-03", None, "LaterOpening"), Bound(None, "2019-04-05"), [ground("attested", "held", "2019-04-05")],
            "不早于2018-02-03开始（据其后再任推断）；2019-04-05已称原任，至此已结束",
            "began 2018-02-03 or later, inferred from a new start of the same person (再任); "
            "原任 former holder 2019-04-05, so ended by then",
        ),
        (OPEN, OPEN, [], "起始、结束不明", "start and end unknown"),
    ],
)  # fmt: skip
def test_why_bounds_are_known(start: Bound, end: Bound, grounds: list[Ground], zh: str, en: str) -> None:
    assert (why(start, end, grounds, "zh"), why(start, end, grounds)) == (zh, en)
    assert not re.search("[A-Za-z]", zh)
