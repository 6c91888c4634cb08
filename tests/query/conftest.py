"""A small graph of invented people, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.build
from kg.query import Graph, open_graph
from kg.read.gather import gather
from tests.fake_reader import fake_gazette

YUN = (
    "云州市\n现任 钱一 云州市财政局 局长 2030-05\n免去 钱一 云州市财政局 副局长 2029-12-31\n"
    "任命 钱一 云州市财政局 局长 2030-03-01\n列席 钱一 云州市财政局 局长 12\n"
)
BING = "丙川市\n免去 钱一 丙川市民政局 局长 2031-03-01\n任命 孙二 丙川市民政局 <b>“局”\\长'\" 2031\n"


@pytest.fixture(scope="session")
def small_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a build of two gazettes; not to be written to."""
    folder = tmp_path_factory.mktemp("small")
    for name, text in (("yun", YUN), ("bing", BING)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kg.build, "read_gazette", fake_gazette)
        kg.build.build(gather([folder]), folder / "out")
    return folder / "out"


@pytest.fixture(scope="session")
def small_graph(small_output: Path) -> Graph:
    """The same, opened."""
    return open_graph(small_output)
