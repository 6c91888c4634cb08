"""A word that tells that nothing is done counts in the sentence, and not in a name, a body or across a verb's end."""

from __future__ import annotations

import pytest

from tests.extract.test_acts import ANNOUNCED, BOTH, REMOVED, rows

BUREAU = "甘棠市教育局"
STANDING = "甘棠市人民代表大会常务委员会"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 免去 with 年: the surname makes 去年 of them.
        (BOTH + "免去年丰同志的甘棠市教育局局长职务。", [("remove", "年丰", BUREAU, "局长")]),
        (BOTH + "免去年丰甘棠市教育局局长职务。", [("remove", "年丰", BUREAU, "局长")]),
        (
            BOTH + "免去年丰、年有余的甘棠市教育局副局长职务。",
            [("remove", "年丰", BUREAU, "副局长"), ("remove", "年有余", BUREAU, "副局长")],
        ),
        (REMOVED + "免去年广谊的甘棠市教育局局长职务；\n岑峤的甘棠市教育局副局长职务。",
         [("remove", "年广谊", BUREAU, "局长"), ("remove", "岑峤", BUREAU, "副局长")]),
        # Names that are words of telling again.
        (BOTH + "任命岑峤、曾于安为甘棠市教育局副局长。",
         [("appoint", "岑峤", BUREAU, "副局长"), ("appoint", "曾于安", BUREAU, "副局长")]),
        (BOTH + "任命时任远同志为甘棠市教育局局长。", [("appoint", "时任远", BUREAU, "局长")]),
        # Offices whose names hold words of rules and proposals.
        (BOTH + "任命岑峤为甘棠市人民代表大会常务委员会议案处处长。",
         [("appoint", "岑峤", f"{STANDING}议案处", "处长")]),
        (BOTH + "免去岑峤的甘棠市司法局条例规则处处长、办公室主任职务。",
         [("remove", "岑峤", "甘棠市司法局条例规则处", "处长"), ("remove", "岑峤", "甘棠市司法局办公室", "主任")]),
        (BOTH + "免去岑峤的甘棠市教育局副局长、办公室主任职务。",
         [("remove", "岑峤", BUREAU, "副局长"), ("remove", "岑峤", f"{BUREAU}办公室", "主任")]),
        (BOTH + "免去岑峤的甘棠市教育局副局长、市委办公室副主任职务。",
         [("remove", "岑峤", BUREAU, "副局长"), ("remove", "岑峤", "中国共产党甘棠市委员会办公室", "副主任")]),
    ],
)  # fmt: skip
def test_the_act_is_read(text: str, expected: list[tuple[str, str | None, str | None, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        BOTH + "去年任命岑峤为甘棠市教育局局长。",
        BOTH + "提请任命岑峤为甘棠市人民代表大会常务委员会议案处处长。",
        BOTH + "关于任命岑峤为甘棠市教育局局长的议案。",
        BOTH + "任命岑峤为甘棠市教育局局长的条例另行制定，应当任命一人。",
        ANNOUNCED + "按照规定的程序，岑峤未获通过为甘棠市副市长，可以补选。",
    ],
)
def test_the_word_of_the_sentence_still_counts(text: str) -> None:
    assert rows(text) == []
