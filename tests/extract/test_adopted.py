"""Acts that stand as the title of the paper that was adopted."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.extract.personnel.adopted import unwrapped
from kg.model.source import Passage
from kg.pipeline import read_gazette
from kg.read import read_stream

HEAD = "2021年3月5日，白沙县第九届人民代表大会常务委员会举行第十二次会议。"


def acts(sentence: str) -> list[tuple[str, str | None, str | None, str]]:
    gazette = read_gazette(read_stream(BytesIO((HEAD + sentence + "\n").encode()), "news"))
    return [(event.event, event.person, event.body, event.title) for event in gazette.personnel]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "会议表决通过了《关于接受温如海辞去白沙县人民政府县长职务请求的决定》。",
            [("accept_resignation", "温如海", "白沙县人民政府", "县长")],
        ),
        (
            "会议还通过了关于免去齐小满白沙县人民法院副院长职务的议案。",
            [("remove", "齐小满", "白沙县人民法院", "副院长")],
        ),
        (
            "会议表决通过了《白沙县人民代表大会常务委员会关于任命石磊为白沙县财政局局长的决定》、"
            "《关于免去方圆的白沙县审计局局长职务的决定》，并颁发了任命书。",
            [("appoint", "石磊", "白沙县财政局", "局长"), ("remove", "方圆", "白沙县审计局", "局长")],
        ),
        # What was heard, read out, or did not pass enacts nothing.
        ("会议听取了《关于任命石磊为白沙县财政局局长的议案》的说明。", []),
        ("会议审议了《关于接受温如海辞去白沙县人民政府县长职务请求的决定（草案）》。", []),
        ("会议未通过《关于任命石磊为白沙县财政局局长的议案》。", []),
        ("会议通过了《白沙县人民代表大会常务委员会人事任免办法》。", []),
    ],
)
def test_what_is_adopted_is_done(sentence: str, expected: list[tuple[str, str | None, str | None, str]]) -> None:
    assert acts(sentence) == expected


def test_every_character_keeps_its_place() -> None:
    text = "会议通过了《关于任命石磊为县财政局局长的决定》《关于免去方圆县审计局局长职务的决定》，散会。"
    plain = unwrapped(Passage(text, range(len(text))))
    assert plain.text == "会议通过了任命石磊为县财政局局长；免去方圆县审计局局长职务，散会。"
    kept = [(char, offset) for char, offset in zip(plain.text, plain.offsets, strict=True) if char != "；"]
    assert all(text[offset] == char for char, offset in kept)
