"""The notebook of the examples runs from its first cell to its last, and shows what it speaks of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.documentation import ROOT

NOTEBOOK = ROOT / "examples" / "a-first-look.ipynb"


@pytest.fixture(scope="module")
def outputs(examples_build: Path) -> dict[str, str]:
    """What each cell of code printed and showed, by its source."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_OUTPUT", str(examples_build))
        patch.setenv("PYTHONPATH", str(ROOT))
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT / "examples")}}).execute()
    return {cell.source: "".join(map(_text, cell.outputs)) for cell in notebook.cells if cell.cell_type == "code"}


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("career =", "绿化和市容管理局局长"),
        ("for tenure in", "appoint qingwu-2023-4 (261,) 石坚同志为青梧区绿化和市容管理局局长"),
        ("try:", "r:person/"),
        ("g.path(candidates", "安正清"),
        ("frame = line.to_frame", "任命 appointed 2023-09-27"),
        ("certain_days", "638"),
        ("pivot_table", "entry"),
        ("betweenness", "links"),
        ("acts = g.query", "ontology#Appointment"),
        ("g.ask(", "明亮"),
        ("findings = g", "sum_mismatch"),
    ],
)
def test_a_cell_shows(source: str, shown: str, outputs: dict[str, str]) -> None:
    (told,) = [output for cell, output in outputs.items() if source in cell]
    assert shown in told


def test_every_answer_is_a_table_in_the_notebook(outputs: dict[str, str]) -> None:
    assert sum("<table" in output for output in outputs.values()) >= 8


def test_it_is_kept_without_outputs() -> None:
    cells = [cell for cell in nbformat.read(NOTEBOOK, as_version=4).cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)


def _text(output: Any) -> str:
    return str(output.get("text", "")) + "".join(map(str, output.get("data", {}).values()))
