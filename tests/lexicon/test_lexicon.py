"""The lexicon is well formed, and a user's file adds to it without a change in the package."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.lexicon import load
from kg.lexicon.schema import Lexicon
from kg.model.errors import LexiconError
from kg.pipeline import read_gazette
from kg.read.source import source_of

DOCS = Path(__file__).parents[2] / "docs" / "lexicon.md"
LIST = """云岭省松河市高塘区人民代表大会常务委员会任命名单
（2024年3月1日云岭省松河市高塘区第三届人民代表大会常务委员会第九次会议通过）
任命石坚为高塘区智管委首席服务官。
"""


def example(folder: Path) -> Path:
    """The example of the documentation, as a file."""
    text = re.search(r"```yaml\n(.+?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert text is not None
    path = folder / "mine.yml"
    path.write_text(text.group(1), "utf-8")
    return path


def test_the_example_of_the_documentation_is_read(tmp_path: Path) -> None:
    source = source_of(LIST, stem="list", path="list.txt")
    assert read_gazette(source).personnel == []
    (event,) = read_gazette(source, load(example(tmp_path))).personnel
    assert (event.person, event.title, event.body) == ("石坚", "首席服务官", "云岭省松河市高塘区智慧园区管理委员会")


def test_the_own_lexicon_stays_as_it_was(tmp_path: Path) -> None:
    before = load()
    added = load(example(tmp_path))
    assert "智管委" in added.bodies.departments
    assert "智管委" not in before.bodies.departments
    assert load() is before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("titles: [1, 2]\n", "titles"),
        ("bodies:\n  types:\n    - {type: court, pattern: '('}\n", "bodies.types.0.pattern"),
        ("unknown: {}\n", "unknown"),
        ("- a\n", "mapping"),
        ("a: [\n", "YAML"),
    ],
)
def test_a_file_that_is_not_well_formed_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "mine.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(LexiconError, match=re.escape(told)) as error:
        load(path)
    assert str(path) in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load(tmp_path / "none.yml")


@pytest.mark.parametrize("name", Lexicon.model_fields)
def test_every_file_is_documented(name: str) -> None:
    assert f"`{name}.yml`" in DOCS.read_text("utf-8")
