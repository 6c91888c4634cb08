"""The spaCy pipeline with all its components: what each finds, which wins, and what a model may add."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from kg.lexicon import load
from kg.model.errors import ModelError
from kg.recognise.pipeline import BASIC, EVERYTHING, pipeline

PLACE = ("云岭省", "松河市", "青梧县")
TEXT = (
    "2031年5月8日，青梧县财政局局长钱一报告，县人大常委会审议了《青梧县2031年预算》，"
    "依据《中华人民共和国预算法》，总投资3.5亿元，建设南山引水工程，地点在松河市白杨路12号。"
)


def found(text: str, model: str | None = None) -> list[tuple[str, str]]:
    nlp = pipeline(None, EVERYTHING, PLACE, model)
    return [(entity.label_, entity.text) for entity in nlp(text).ents]


def test_every_kind_of_entity() -> None:
    assert found(TEXT) == [
        ("DATE", "2031年5月8日"),
        ("ORG", "青梧县财政局"),
        ("TITLE", "局长"),
        ("PERSON", "钱一"),
        ("ORG", "县人大常委会"),
        ("DOCUMENT", "《青梧县2031年预算》"),
        ("LAW", "《中华人民共和国预算法》"),
        ("MONEY", "3.5亿元"),
        ("PROJECT", "南山引水工程"),
        ("PLACE", "松河市白杨路12号"),
    ]


def test_a_meeting_begins_behind_its_date() -> None:
    entities = found("2031年3月11日青梧县第六届人民代表大会常务委员会第七次会议通过")
    assert entities == [("DATE", "2031年3月11日"), ("MEETING", "青梧县第六届人民代表大会常务委员会第七次会议")]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("投入1,234.5万元", "1,234.5万元"),
        ("三百余万元的缺口", "三百余万元"),
        ("折合200万美元", "200万美元"),
        ("元旦放假3天", None),
        ("完成12项", None),
    ],
)
def test_money(text: str, amount: str | None) -> None:
    assert [words for label, words in found(text) if label == "MONEY"] == ([amount] if amount else [])


@pytest.mark.parametrize("text", ["推进重大项目建设", "全区重点工程", "社区和小区", "完善城区功能"])
def test_classes_are_no_names(text: str) -> None:
    assert not [words for label, words in found(text) if label in ("PROJECT", "PLACE")]


def test_reading_a_gazette_takes_the_basic_components_alone() -> None:
    assert tuple(pipeline(load()).pipe_names) == BASIC == ("kg_posts", "kg_times")


def test_names_known_from_elsewhere() -> None:
    nlp = pipeline(None, BASIC, (), None, (("PERSON", ("钱一", "孙二")), ("PROJECT", ())))
    assert [entity.text for entity in nlp("钱一 孙二 李三").ents] == ["钱一", "孙二"]


def test_a_model_adds_and_never_overrules(tmp_path: Path) -> None:
    other = spacy.blank("zh")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "GPE", "pattern": "财政局"},
            {"label": "LOC", "pattern": "黑水河"},
            {"label": "CARDINAL", "pattern": "两座"},
        ]
    )
    other.to_disk(tmp_path / "model")
    nlp = pipeline(None, EVERYTHING, PLACE, str(tmp_path / "model"))
    doc = nlp("县财政局在黑水河建桥两座")
    assert [(one.label_, one.text, one.id_) for one in doc.ents] == [
        ("ORG", "县财政局", ""),
        ("PLACE", "黑水河", "model"),
    ]


def test_a_model_may_use_our_own_labels(tmp_path: Path) -> None:
    labels = ("PROJECT", "TITLE", "PLACE", "DOCUMENT", "MEETING")
    patterns = [{"label": label, "pattern": f"{sign}物"} for label, sign in zip(labels, "甲乙丙丁戊", strict=True)]
    other = spacy.blank("zh")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    other.to_disk(tmp_path / "model")
    doc = pipeline(None, BASIC, (), str(tmp_path / "model"))("甲物乙物丙物丁物戊物")
    assert [one.label_ for one in doc.ents] == list(labels)


def test_a_model_that_is_not_there_or_finds_nothing(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        pipeline(None, BASIC, (), "no_such_model")
    spacy.blank("zh").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="finds no entities"):
        pipeline(None, BASIC, (), str(tmp_path / "blank"))
