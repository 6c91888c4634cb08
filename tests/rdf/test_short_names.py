"""Bodies under their names without places."""

from __future__ import annotations

import pytest

from kg.lexicon import load
from kg.rdf.short_names import short_name_lines
from kg.resolve.spelled import leaves_out_places, without_places

NAMES = {
    "乙海省丙山市丁河县民政局": {"民政局", "县民政局", "丁河县民政局", "市丁河县民政局", "丙山市丁河县民政局"},
    "中国共产党乙海省丁河县委员会": {"县委员会", "丁河县委员会", "乙海省丁河县委员会"},
    "乙海省戊林自治州人民法院": {"人民法院", "自治州人民法院", "戊林自治州人民法院"},
    "国家税务总局": {"国家税务总局"},
}


@pytest.mark.parametrize("full", NAMES)
def test_places_are_left_out(full: str) -> None:
    found = without_places(full, load())
    assert {full} | NAMES[full] <= set(found)
    rest = full.removeprefix("中国共产党")
    assert all(leaves_out_places(full, one, load()) or leaves_out_places(rest, one, load()) for one in found)


def test_a_name_is_not_cut_within() -> None:
    found = without_places("乙海省丙山市丁河县民政局", load())
    assert not {"政局", "河县民政局", "局"} & set(found)


def test_statements() -> None:
    rows = [("https://e.org/id/body/x", "丁河县民政局"), ("https://e.org/id/body/y", None)]
    lines = list(short_name_lines(rows, load(), "https://e.org/"))
    assert {line.split('"')[1] for line in lines} == {"民政局", "县民政局", "丁河县民政局"}
    assert all(line.startswith("<https://e.org/id/body/x> <https://e.org/ontology#shortName> ") for line in lines)
    assert all("graph/derived/shortnames" in line for line in lines)
