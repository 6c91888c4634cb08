"""Which files are read, in which order, under which names."""

from __future__ import annotations

import io
import itertools
from pathlib import Path

import pytest

from kg.model.errors import SourceError
from kg.read.gather import gather


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_folders_are_searched_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.HTML", "sub/c.htm", ".hidden.txt", ".git/d.txt", "e.pdf", "f.csv"):
        write(tmp_path / name, f"会议{name}")
    assert [entry.stem for entry in gather([tmp_path]).entries] == ["a", "b", "c"]


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, text) for name, text in (("b.txt", "乙"), ("a.txt", "甲"), ("c/a.txt", "丙"))]
    found = {gather(order).entries for order in itertools.permutations(paths)}
    assert len(found) == 1


def test_one_text_is_read_once_whatever_its_bytes(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a.txt", "会\n议\n"), tmp_path / "b.txt"
    second.write_bytes("\ufeff会\r\n议\r\n".encode())
    gathered = gather([second, first, first])
    assert [entry.stem for entry in gathered.entries] == ["a"]
    assert gathered.repeated == ((str(second), str(first)),)


def test_different_texts_of_one_stem_are_told_apart(tmp_path: Path) -> None:
    paths = [write(tmp_path / folder / "a.txt", folder) for folder in ("甲", "乙")]
    stems = [entry.stem for entry in gather(paths).entries]
    assert len(set(stems)) == 2 and all(stem.startswith("a~") for stem in stems)
    assert [entry.load().stem for entry in gather(paths).entries] == stems


def test_standard_input_is_held(tmp_path: Path) -> None:
    (entry,) = gather([Path("-")], io.BytesIO("会议".encode())).entries
    assert (entry.stem, entry.load().text) == ("stdin", "会议")


@pytest.mark.parametrize("name", ["missing.txt", "-", "empty.txt", "folder"])
def test_what_cannot_be_read_is_told_and_the_rest_stays(tmp_path: Path, name: str) -> None:
    write(tmp_path / "empty.txt", "")
    (tmp_path / "folder").mkdir()
    good = write(tmp_path / "good.txt", "会议")
    gathered = gather([Path("-") if name == "-" else tmp_path / name, good])
    assert [entry.stem for entry in gathered.entries] == ["good"]
    (issue,) = gathered.unread
    assert issue.kind == "source" and ";" in issue.message and issue.line is None


def test_a_file_that_changed_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "会议")
    (entry,) = gather([path]).entries
    write(path, "另一次会议")
    with pytest.raises(SourceError, match="changed"):
        entry.load()
