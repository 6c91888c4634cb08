"""Reports on deputies are prose in narrow columns: a line that ends with a title goes on."""

from __future__ import annotations

import pytest

from tests.extract.test_acts import gazette

REPORT = """关于个别代表的代表资格的报告

（2022年1月14日甘棠市第五届人民代表大会常务委员会第七次会议通过）

甘棠市人民代表大会常务委员会：
{body}
"""
TOLD = (
    "由甘棠市第3选区选出的甘棠市第五届人民代表大会代表，甘棠大学原副校长岑峤以及由甘棠市第9选区选出的甘棠市第五届人民代表大会代表、"
    "甘棠市教育局局长王重，因个人原因，本人提出辞去甘棠市第五届人民代表大会代表职务。依照代表法的有关规定，岑峤、王重的代表资格终止；"
    "岑峤的甘棠市第五届人民代表大会常务委员会委员职务相应终止。"
)


@pytest.mark.parametrize("width", [17, 18, 24, 25, 31, 60, 400])
def test_lines_may_break_anywhere(width: int) -> None:
    body = "\n".join(TOLD[start : start + width] for start in range(0, len(TOLD), width))
    found = gazette(REPORT.format(body=body))
    seats = [(row.person, row.constituency, row.described_as, row.change) for row in found.deputies]
    assert seats == [
        ("岑峤", "甘棠市第3选区", "甘棠大学原副校长", "terminated"),
        ("王重", "甘棠市第9选区", "甘棠市教育局局长", "terminated"),
    ]
    assert ("terminate", "岑峤", "委员") in [(row.event, row.person, row.title) for row in found.personnel]
