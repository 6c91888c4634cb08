"""Pages as files: every link leads to a file, and the same graph gives the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.cli.pages import KINDS as NAMED
from kg.model.errors import OutputError
from kg.publish.pages.files import KINDS, USUAL, write_pages
from kg.query import Graph, open_graph
from tests.pages.hostile import build_hostile
from tests.pages.markup import Markup

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def folder(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("pages") / "pages"
    assert write_pages(graph, output) > 2 * 350
    return output


def test_every_link_leads_to_a_file(folder: Path) -> None:
    pages = sorted(folder.rglob("*.html"))
    for page in pages:
        for link in Markup(page.read_text(encoding="utf-8")).links:
            if not link.startswith(("http://", "https://", "#")):
                assert (page.parent / link).resolve().is_file(), (page, link)


def test_the_same_graph_gives_the_same_files(graph: Graph, folder: Path, tmp_path: Path) -> None:
    write_pages(graph, tmp_path / "some", ["meeting", "project"])
    for page in (tmp_path / "some" / "project").iterdir():
        assert "<h1>" in page.read_text(encoding="utf-8")
    once = {page.name: page.read_bytes() for page in (tmp_path / "some" / "meeting").iterdir()}
    write_pages(graph, tmp_path / "some", ["meeting"])
    assert {page.name: page.read_bytes() for page in (tmp_path / "some" / "meeting").iterdir()} != {}
    assert not (tmp_path / "some" / "project").exists()
    assert sorted(once) == sorted(page.name for page in (folder / "meeting").iterdir())
    write_pages(graph, tmp_path / "some", ["meeting", "project"])
    assert {page.name: page.read_bytes() for page in (tmp_path / "some" / "meeting").iterdir()} == once


def test_a_build_is_not_overwritten(graph: Graph, examples_build: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds a build"):
        write_pages(graph, examples_build)
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="other files"):
        write_pages(graph, tmp_path)


def test_the_command_names_the_kinds_that_there_are() -> None:
    assert tuple(KINDS) == NAMED
    assert set(USUAL) <= set(NAMED)


@pytest.mark.browser
def test_files_open_without_a_server(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    write_pages(open_graph(build_hostile(tmp_path / "build")), tmp_path / "pages")
    page = browser.new_page(viewport={"width": 390, "height": 800})
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda told: seen.append(told.text))
    page.goto((tmp_path / "pages" / "index.html").as_uri())
    page.get_by_role("link", name="人员").or_(page.locator("a.count-of")).first.click()
    page.locator(".things a").first.click()
    assert page.locator("h1").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    assert page.evaluate("window.harmed") is None
    assert [text for text in seen if not text.startswith("file:")] == []
    page.close()
