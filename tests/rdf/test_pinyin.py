"""Names in pinyin: surnames and words that a dictionary reads wrongly, other languages, and what is no Chinese."""

from __future__ import annotations

import pytest

from kg.lexicon import load
from kg.rdf.pinyin import person_readings, pinyin_lines, reading

LEXICON = load()


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("钱一", ["qian yi"]),
        ("单仁", ["shan ren"]),
        ("曾解", ["zeng jie"]),
        ("区红", ["ou hong"]),
        ("朴仇", ["piao chou"]),
        ("盖云", ["ge yun", "gai yun"]),
        ("尉迟朗", ["yu chi lang"]),
        ("万俟青", ["mo qi qing"]),
        ("欧阳春雪", ["ou yang chun xue"]),
        # Of a compound surname the first character is no surname.
        ("单于青", ["chan yu qing"]),
        ("吕某", ["lv mou"]),
        # Names that write the sounds of another language have no surname, and no syllable for their dots.
        ("查娜", ["cha na"]),
        ("那木吉勒", ["na mu ji le"]),
        ("单增·区扎", ["dan zeng qu zha"]),
        ("单", ["dan"]),
        ("李A", ["li a"]),
        ("\udc80", [""]),
    ],
)
def test_people(name: str, readings: list[str]) -> None:
    assert [" ".join(one) for one in person_readings(name, LEXICON)] == readings


@pytest.mark.parametrize(
    ("name", "syllables"),
    [
        ("青梧区财政局", "qing wu qu cai zheng ju"),
        ("某县工商行政管理局", "mou xian gong shang xing zheng guan li ju"),
        ("长者食堂", "zhang zhe shi tang"),
        ("副乡长", "fu xiang zhang"),
        ("解放路A座改造工程（二期）", "jie fang lu a zuo gai zao gong cheng er qi"),
        ("2024年规划", "2024 nian gui hua"),
        ("（）", ""),
    ],
)
def test_bodies_and_projects(name: str, syllables: str) -> None:
    assert " ".join(reading(name, LEXICON)) == syllables


def test_a_value_for_each_reading_and_none_for_nothing() -> None:
    rows = [("https://e.org/p", "盖云", "person"), ("https://e.org/b", "（）", "thing"), (None, None, None)]
    lines = sorted(pinyin_lines(rows, LEXICON, "https://e.org/"))
    assert [line.split(" ", 2)[2].rpartition(" <")[0] for line in lines] == ['"gy"', '"gy"', '"gai yun"', '"ge yun"']
    assert all("<https://e.org/p>" in line and "graph/derived/pinyin" in line for line in lines)


@pytest.mark.parametrize("characters", [LEXICON.surnames.single])
def test_every_surname_has_a_reading(characters: str) -> None:
    assert not [one for one in characters if not all(map(str.isalpha, person_readings(f"{one}伟", LEXICON)[0]))]
