"""Texts that no gazette prints are read to the end, and no fact is made of them that they do not state."""

from __future__ import annotations

import pytest

from kg.pipeline import read_gazette
from kg.read.source import source_of

HEAD = "松河市人民代表大会常务委员会任免名单\n（2024年1月2日松河市第三届人民代表大会常务委员会第五次会议通过）\n\n"
# Each is a piece that is said over and over, with what stands before and behind.
PIECES = {
    "verbs": (HEAD, "任命", "。"),
    "names": (HEAD + "任命", "张三、", "为松河市财政局局长。"),
    "possessives": (HEAD + "免去", "张三的", "职务。"),
    "links": (HEAD + "任命", "张三为", "局长。"),
    "brackets": (HEAD, "（", ""),
    "titles": ("", "《", "关于"),
    "no-full-stop": ("", "人民代表大会常务委员会主任", ""),
    "meetings": ("", "第三届人民代表大会常务委员会第五次会议", ""),
    "votes": ("", "赞成3票反对2票弃权1票", ""),
    "dates": ("", "2024年1月2日", ""),
    "places": ("", "松河市", ""),
    "seats": ("", "由第一选区选出的松河市人民代表大会代表张三，", "资格终止。"),
    "pronouns": (HEAD, "其职务相应终止，", ""),
    "dotted": (HEAD + "任命", "买买提·", "为局长。"),
    "spaced": (HEAD, "张 三  ", ""),
    "rows": (HEAD, "张三\t财政局局长\t任命\n", ""),
    "notes": ("", "（2024年1月2日\n", ""),
    "headings": ("", "# 关于某事的报告\n", ""),
}
TIMES = 1200


@pytest.mark.parametrize("name", PIECES)
def test_it_is_read_to_the_end(name: str) -> None:
    before, piece, behind = PIECES[name]
    source = source_of(before + piece * TIMES + behind, stem="hostile", path="hostile.txt")
    gazette = read_gazette(source)
    people = {event.person for event in gazette.personnel}
    # Nobody but those who are named; what was said 1,200 times is one fact.
    assert people <= {"张三"}
    assert len(gazette.personnel) <= 1
