"""Posts beside a name: on cards, in brackets, in tables of by-elections."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.pipeline import read_gazette
from kg.read import read_stream

HEAD = "白沙县第九届人民代表大会常务委员会第十二次会议文件\n"


def positions(text: str) -> list[tuple[str, str | None, str]]:
    gazette = read_gazette(read_stream(BytesIO((HEAD + text).encode()), "page"))
    return [(row.person, row.body, row.title) for row in gazette.positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "姓名：齐小满\n性别：男\n现任职务：白沙县民政局副局长\n拟任职务：白沙县水利局局长\n",
            [("齐小满", "白沙县民政局", "副局长")],
        ),
        (
            "参加调研的有石磊（白沙县财政局局长）、温如海（女，回族）。\n",
            [("石磊", "白沙县财政局", "局长")],
        ),
        (
            "选区\t当选人\t单位及职务\t得票\n第3选区\t石磊\t白沙县财政局局长\t3120\n",
            [("石磊", "白沙县财政局", "局长")],
        ),
        ("选区\t候选人\t单位及职务\n第3选区\t石磊\t白沙县财政局局长\n", []),
        ("姓名：见附件\n现任职务：略\n", []),
    ],
)
def test_posts_beside_a_name(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert positions(text) == expected
