"""Surnames with a title alone: when they are read, and when the gazette makes it certain who is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.facts import SURNAME_ALONE
from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_source

HEAD = """青梧区第七届人民代表大会常务委员会第十三次会议公报
关于本区防汛工作情况的报告
——2023年9月27日在青梧区第七届人民代表大会常务委员会第十三次会议上
{author}
主任、各位副主任、各位委员：
{body}
"""


def gazette(folder: Path, body: str, author: str = "青梧区区长 骆望川") -> Gazette:
    path = folder / "g.txt"
    path.write_text(HEAD.format(author=author, body=body), encoding="utf-8")
    return read_gazette(read_source(path))


def alone(found: Gazette) -> list[tuple[str, str]]:
    return [(row.person, row.title) for row in found.positions if row.evidence.rule == SURNAME_ALONE]


READ = {
    "防汛工作由骆区长负责，各街镇分片包干。": ("骆某", "区长"),
    "会上，欧阳副区长指出，要抓紧抓实。": ("欧阳某", "副区长"),
    "按照沈书记的要求，我们召开了专题会议。": ("沈某", "书记"),
    "根据“吕区长”批示，整改已经完成。": None,
    "全区长期坚持防汛值班制度。": None,
    "请主任会议讨论。": None,
    "区防汛办任主任单位，各镇长期配合。": None,
    "骆望川区长指出，要抓紧抓实。": None,
    "社区长者食堂由财政局长期补助。": None,
    "强化书记抓党建责任，明确主任职责。": None,
}


@pytest.mark.parametrize("body", READ)
def test_what_is_a_surname_with_a_title(body: str, tmp_path: Path) -> None:
    expected = READ[body]
    if body.startswith("根据“"):
        expected = ("吕某", "区长")  # set apart by quotation marks it is read all the same
    assert alone(gazette(tmp_path, body)) == ([expected] if expected else [])


CERTAIN = {
    "the one who holds the post": ("防汛工作由骆区长负责。", "青梧区区长 骆望川", "骆望川"),
    "another surname": ("防汛工作由沈区长负责。", "青梧区区长 骆望川", None),
    "a deputy who is called by the head's title": ("防汛工作由骆区长负责。", "青梧区副区长 骆望川", None),
    "head and deputy of one surname": (
        "防汛工作由骆区长负责，副区长骆以宁负责调度。", "青梧区区长 骆望川", None,
    ),
    "somebody who held the post before": ("原区长骆以宁离任前，防汛工作由骆区长负责。", "青梧区水务局局长 沈岸", None),
}  # fmt: skip


@pytest.mark.parametrize("case", CERTAIN)
def test_who_is_meant(case: str, tmp_path: Path) -> None:
    body, author, name = CERTAIN[case]
    found = gazette(tmp_path, body, author)
    assert [found.referents.get(row) for row in found.positions if row.evidence.rule == SURNAME_ALONE] == [name]
    told = [issue.text for issue in found.issues if issue.kind == "surname_alone"]
    assert bool(told) == (name is None)
