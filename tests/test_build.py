"""The build: the same bytes in any order, the others built when one fails, the old output whole until the end."""

from __future__ import annotations

import hashlib
import itertools
import json
from pathlib import Path

import pytest

import kg.build
from kg.build import NothingRead, Summary, build
from kg.model.errors import OutputError
from kg.model.gazette import Gazette
from kg.model.source import Source
from kg.query import history, open_graph
from kg.read.gather import gather
from tests.fake_reader import fake_gazette

YUN = "云州市\n任命 钱一 云州市财政局 局长 2030-03-01\n现任 钱一 云州市财政局 局长 2030-05\n奇怪\n"
BING = "丙川市\n免去 钱一 丙川市民政局 局长 2031-03-01\n任命 孙二 丙川市民政局 局长 2031-03-01\n"
SAME_FOR_ALL = ("graph.nq", "issues.jsonl", "index.html", "build.json", "tables")


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.build, "read_gazette", fake_gazette)


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "in" / name for name in ("yun.txt", "bing.txt", "sub/yun.txt", "empty.txt")]
    for path, text in zip(paths, (YUN, BING, YUN + "任命 李三 云州市教育局 局长 2030-03-01\n", ""), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return paths


def run(paths: list[Path], output: Path) -> Summary:
    return build(gather(paths), output)


def digest(output: Path) -> dict[str, str]:
    files = [file for name in SAME_FOR_ALL for file in sorted([output / name, *(output / name).glob("*")])]
    return {
        str(file.relative_to(output)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()
    }


def test_any_order_gives_the_same_bytes(sources: list[Path], tmp_path: Path) -> None:
    found = []
    for number, order in enumerate(itertools.islice(itertools.permutations(sources), 0, None, 7)):
        run(list(order), tmp_path / f"out{number}")
        found.append(digest(tmp_path / f"out{number}"))
    assert len(found) > 2 and all(one == found[0] for one in found)
    assert "tables/personnel.csv" in found[0] and "graph.nq" in found[0]


def test_the_graph_is_sorted_and_each_statement_once(sources: list[Path], tmp_path: Path) -> None:
    summary = run(sources, tmp_path / "out")
    lines = (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert summary.statements == len(lines)


def test_what_was_read_found_and_not_understood(sources: list[Path], tmp_path: Path) -> None:
    summary = run([*sources, sources[0]], tmp_path / "out")
    assert (summary.read, summary.found["personnel"], summary.found["positions"]) == (3, 5, 2)
    assert summary.issues == {"source": 1, "unread_line": 2}
    assert [issue.gazette for issue in summary.unread] == ["empty"]
    assert summary.repeated == []


def test_one_text_under_two_names_is_read_once(sources: list[Path], tmp_path: Path) -> None:
    copy = tmp_path / "in" / "zz.txt"
    copy.write_text(YUN, encoding="utf-8")
    summary = run([copy, sources[0]], tmp_path / "out")
    assert summary.read == 1
    assert summary.repeated == [(str(copy), str(sources[0]))]


def test_the_issues_log(sources: list[Path], tmp_path: Path) -> None:
    run(sources, tmp_path / "out")
    records = [
        json.loads(line) for line in (tmp_path / "out" / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [(r["gazette"][:3], r["line"], r["kind"]) for r in records] == [
        ("emp", None, "source"),
        ("yun", 4, "unread_line"),
        ("yun", 4, "unread_line"),
    ]
    assert len({r["id"] for r in records}) == 3


def test_tables_and_graph_name_the_same_gazettes(sources: list[Path], tmp_path: Path) -> None:
    run(sources, tmp_path / "out")
    (person,) = history(open_graph(tmp_path / "out"), "李三")
    (event,) = person.events
    row = next(
        line
        for line in (tmp_path / "out" / "tables" / "personnel.csv").read_text(encoding="utf-8").splitlines()
        if "李三" in line
    )
    assert event.gazette.startswith("yun~") and event.gazette in row


@pytest.mark.parametrize("text", ["", "hello\n", "没有地方的文字\n"])
def test_nothing_to_build_leaves_the_old_output(sources: list[Path], tmp_path: Path, text: str) -> None:
    output, bad = tmp_path / "out", tmp_path / "bad.txt"
    run(sources, output)
    before = digest(output)
    bad.write_text(text, encoding="utf-8")
    with pytest.raises(NothingRead) as caught:
        run([bad], output)
    assert len(caught.value.summary.unread) == 1
    assert digest(output) == before


def test_a_fault_in_one_gazette_does_not_cost_the_others(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(source: Source, lexicon: object) -> Gazette:
        if source.stem == "bing":
            raise RuntimeError("oh")
        return fake_gazette(source)

    monkeypatch.setattr(kg.build, "read_gazette", failing)
    summary = run(sources[:2], tmp_path / "out")
    assert summary.read == 1
    assert "RuntimeError: oh" in summary.unread[0].message
    monkeypatch.setenv("KG_DEBUG", "1")
    with pytest.raises(RuntimeError):
        run(sources[:2], tmp_path / "out")


@pytest.mark.parametrize("where", ["read_gazette", "gazette_quads", "write_view", "write_derived", "_write_manifest"])
def test_an_interrupt_anywhere_leaves_the_old_output(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    output = tmp_path / "out"
    run(sources, output)
    before = digest(output)

    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(kg.build, where, interrupt)
    with pytest.raises(KeyboardInterrupt):
        run(sources[:1], output)
    assert digest(output) == before
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["in", "out"]


def test_an_output_that_cannot_be_written(sources: list[Path], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        run(sources, tmp_path / "file")


def test_the_step_is_called_for_each_source(sources: list[Path], tmp_path: Path) -> None:
    steps: list[int] = []
    build(gather(sources), tmp_path / "out", lambda: steps.append(1))
    assert len(steps) == 3


def test_the_base_of_the_build_is_remembered(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_BASE", "https://kg.test/")
    run(sources, tmp_path / "out")
    monkeypatch.delenv("KG_BASE")
    graph = open_graph(tmp_path / "out")
    assert graph.base == "https://kg.test/"
    assert history(graph, "孙二")[0].person.startswith("https://kg.test/id/person/")
