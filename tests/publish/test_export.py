"""Every format, read back by another program, holds what the build states."""

from __future__ import annotations

import csv
import importlib.util
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner, Result

from kg.cli import main
from kg.publish.export.formats import BY_NAME, FORMATS
from kg.publish.export.sheets import guarded
from tests.conftest import absent

PARSERS = {
    "turtle": "turtle",
    "ntriples": "nt",
    "rdfxml": "xml",
    "trig": "trig",
    "nquads": "nquads",
    "jsonld": "json-ld",
}
Statement = tuple[str, ...]


def export(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def read(data: bytes, parser: str, *, graphs: bool) -> set[Statement]:
    """The statements that rdflib reads; with their graphs, or without."""
    dataset = rdflib.Dataset()
    if graphs:
        with warnings.catch_warnings():
            # rdflib warns of itself: its readers use what its Dataset calls deprecated.
            warnings.simplefilter("ignore", DeprecationWarning)
            dataset.parse(data=data, format=parser)
        return {(*(term.n3() for term in quad[:3]), str(quad[3])) for quad in dataset.quads()}
    return {tuple(term.n3() for term in triple) for triple in rdflib.Graph().parse(data=data, format=parser)}


@pytest.fixture(scope="module")
def stated(examples_build: Path) -> set[Statement]:
    return read((examples_build / "graph.nq").read_bytes(), "nquads", graphs=True)


@pytest.mark.parametrize("name", PARSERS)
def test_statements_are_the_same(name: str, examples_build: Path, stated: set[Statement], tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    assert export(name, "-g", examples_build, "-o", path).exit_code == 0
    graphs = BY_NAME[name].made_of == "graphs"
    expected = stated if graphs else {statement[:3] for statement in stated}
    assert read(path.read_bytes(), PARSERS[name], graphs=graphs) == expected


@pytest.mark.parametrize("name", [form.name for form in FORMATS if form.ending])
def test_same_bytes_again_and_on_standard_output(name: str, examples_build: Path, tmp_path: Path) -> None:
    if name == "ftm" and importlib.util.find_spec("followthemoney") is None:
        absent("no followthemoney (pip install '.[ftm]')")
    path = tmp_path / "file"
    path.write_text("older")
    assert export(name, "-g", examples_build, "-o", path).exit_code == 0
    command: list[str | Path] = [Path(sys.executable).with_name("kg"), "export", name, "-g", examples_build, "-o", "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == path.read_bytes()
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_one_gazette(examples_build: Path, examples: list[Path], stated: set[Statement], tmp_path: Path) -> None:
    stem, path = examples[0].stem, tmp_path / "one.nq"
    # The catalogue of graphs, which stands in none of them, names the gazette too.
    (graph,) = {
        graph
        for _, predicate, value, graph in stated
        if "ontology#stem>" in predicate and value == f'"{stem}"' and "/graph/text/" in graph
    }
    assert export("nquads", "-g", examples_build, "--gazette", stem, "-o", path).exit_code == 0
    found = read(path.read_bytes(), "nquads", graphs=True)
    assert found == {statement for statement in stated if statement[3] == graph}
    assert 0 < len(found) < len(stated)


def test_unknown_gazette_leaves_the_file(examples_build: Path, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("older")
    done = export("turtle", "-g", examples_build, "--gazette", "nowhere", "-o", path)
    assert done.exit_code == 4
    assert "no gazette is called 'nowhere'" in done.output
    assert path.read_text() == "older"


def test_lists_formats_and_wants_a_target(examples_build: Path) -> None:
    listed = export()
    assert listed.exit_code == 0
    assert all(form.said in listed.output for form in FORMATS)
    assert export("turtle", "-g", examples_build).exit_code == 2


@pytest.mark.parametrize(
    ("name", "inside"), [("csv", "tables"), ("turtle", "graph.nq"), ("neo4j", "."), ("turtle", "new")]
)
def test_build_itself_is_no_target(name: str, inside: str, examples_build: Path) -> None:
    done = export(name, "-g", examples_build, "-o", examples_build / inside)
    assert done.exit_code == 3
    assert "lies in the build" in done.output


def test_folder_is_no_target(examples_build: Path, tmp_path: Path) -> None:
    done = export("turtle", "-g", examples_build, "-o", tmp_path)
    assert done.exit_code == 3
    assert "is a folder" in done.output


def test_tables_as_built(examples_build: Path, tmp_path: Path) -> None:
    assert export("csv", "-g", examples_build, "-o", tmp_path / "tables").exit_code == 0
    built = sorted((examples_build / "tables").iterdir())
    assert [path.name for path in built] == sorted(path.name for path in (tmp_path / "tables").iterdir())
    assert all((tmp_path / "tables" / path.name).read_bytes() == path.read_bytes() for path in built)


def test_tables_for_spreadsheets(examples_build: Path, tmp_path: Path) -> None:
    assert export("csv", "--excel", "-g", examples_build, "-o", tmp_path / "tables").exit_code == 0
    for path in sorted((examples_build / "tables").iterdir()):
        data = (tmp_path / "tables" / path.name).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"\r\n")
        plain = csv.reader(path.read_text(encoding="utf-8").splitlines(keepends=True))
        sheet = csv.reader(data.decode("utf-8-sig").splitlines(keepends=True))
        assert [[guarded(cell) for cell in row] for row in plain] == list(sheet)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+cmd", "'-2+cmd"),
        ("+甲", "'+甲"),
        ("\t=1", "'\t=1"),
        ("-12.5", "-12.5"),
        ("2031-05-20", "2031-05-20"),
        ("", ""),
    ],
)
def test_no_cell_is_run(cell: str, expected: str) -> None:
    assert guarded(cell) == expected


def test_tables_leave_a_foreign_folder(examples_build: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert export("csv", "-g", examples_build, "-o", tmp_path).exit_code == 3
    assert (tmp_path / "letter.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "arguments", [("csv", "-o", "-"), ("csv", "--gazette", "one", "-o", "new"), ("turtle", "--excel", "-o", "new")]
)
def test_what_does_not_go_together(arguments: tuple[str, ...], examples_build: Path) -> None:
    assert export(*arguments, "-g", examples_build).exit_code == 2


def test_page_lists_every_format(root: Path) -> None:
    page = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    rows = [f"| `{form.name}` | {form.made_of} | {form.said} |" for form in FORMATS]
    assert "\n".join(rows) in page
