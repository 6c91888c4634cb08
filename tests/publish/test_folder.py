"""The output is replaced as a whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.model.errors import OutputError
from kg.publish.folder import replacing

OWN = {"graph.nq", "store"}
KEPT = {"README.md"}


def make(output: Path, text: str) -> None:
    with replacing(output, OWN, KEPT) as new:
        (new / "graph.nq").write_text(text, encoding="utf-8")
        (new / "store").mkdir()


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_new_output_and_its_parents_are_made(tmp_path: Path) -> None:
    make(tmp_path / "a" / "b", "1")
    assert names(tmp_path / "a" / "b") == ["graph.nq", "store"]
    assert names(tmp_path / "a") == ["b"]


def test_an_older_output_is_replaced_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    output = tmp_path / "out"
    make(output, "1")
    (output / "notes").mkdir()
    (output / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    (output / "README.md").write_text("read", encoding="utf-8")
    (output / "store" / "old").write_text("old", encoding="utf-8")
    make(output, "2")
    assert (output / "graph.nq").read_text(encoding="utf-8") == "2"
    assert (output / "notes" / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert names(output) == ["README.md", "graph.nq", "notes", "store"]
    assert names(output / "store") == []


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_broken_build_leaves_the_old_one_and_no_rubbish(tmp_path: Path, error: type[BaseException]) -> None:
    output = tmp_path / "out"
    make(output, "1")
    with pytest.raises(error), replacing(output, OWN, KEPT) as new:
        (new / "graph.nq").write_text("2", encoding="utf-8")
        raise error
    assert (output / "graph.nq").read_text(encoding="utf-8") == "1"
    assert names(tmp_path) == ["out"]


def test_an_interrupt_between_the_two_renames_puts_the_old_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out"
    make(output, "1")
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        if self.name.startswith(".out.new-") and not self.name.endswith(".old"):
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make(output, "2")
    assert (output / "graph.nq").read_text(encoding="utf-8") == "1"
    assert names(tmp_path) == ["out"]


def test_the_folder_of_the_repository_with_its_readme_can_be_built_into(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "README.md").write_text("read", encoding="utf-8")
    make(tmp_path / "out", "1")
    assert names(tmp_path / "out") == ["README.md", "graph.nq", "store"]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years", encoding="utf-8")
    with pytest.raises(OutputError, match=r"thesis\.doc"):
        make(tmp_path, "1")
    assert names(tmp_path) == ["thesis.doc"]


def test_a_file_is_no_output(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="is a file"):
        make(tmp_path / "out", "1")


def test_below_a_file_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        make(tmp_path / "file" / "out", "1")


def test_a_link_to_an_output_stays_a_link(tmp_path: Path) -> None:
    make(tmp_path / "real", "1")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    make(tmp_path / "link", "2")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "graph.nq").read_text(encoding="utf-8") == "2"


def test_others_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        make(tmp_path / "out", "1")
    finally:
        os.umask(before)
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o755
