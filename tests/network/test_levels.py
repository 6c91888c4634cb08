"""The level of a body, by the place in its name."""

from __future__ import annotations

import pytest

from kg.network.levels import levels
from kg.network.records import Body


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("云岭省人民政府", "province"),
        ("天津市财政局", "province"),
        ("云岭省松河市财政局", "city"),
        ("松河市人民代表大会", "city"),
        ("云岭自治州人民政府", "city"),
        ("云岭省松河市青梧区教育局", "county"),
        ("云岭县档案局", "county"),
        ("云岭省松河市石坪市水务局", "county"),
        ("天津市青梧新区人民法院", "county"),
        ("青梧区临湖镇人民政府", "town"),
        ("青梧区石桥街道", "town"),
        ("青梧区石桥街道办事处", "town"),
        ("中国共产党云岭县委员会", "county"),
        ("中国人民政治协商会议松河市委员会", "city"),
        ("全国人民代表大会", None),
        ("城市建设委员会", None),
        ("松河企业联盟", None),
    ],
)
def test_the_narrowest_place_of_a_name_tells_the_level(name: str, level: str | None) -> None:
    assert levels([Body("b", name)]).get("b") == level


def test_a_name_without_a_place_has_the_level_of_what_it_is_part_of() -> None:
    bodies = [
        Body("county", "云岭县人民政府"), Body("office", "办公室", parent="county"), Body("desk", "秘书科", parent="office"),
        Body("one", "甲", parent="other"), Body("other", "乙", parent="one"), Body("lost", "丙", parent="nowhere"),
        Body("street", "石桥", "street", parent="county"),
    ]  # fmt: skip
    assert levels(bodies) == {"county": "county", "desk": "county", "office": "county", "street": "town"}
