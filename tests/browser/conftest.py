"""The browser and the pages that the tests of the viewer share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.publish.view.write import view
from tests.browser.pages import ARGUMENTS, opened
from tests.viewer_samples import PRINTED, many, sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright


@pytest.fixture(scope="session")
def chromium(chromium_path: Path, playwright: Playwright) -> Iterator[Browser]:
    """A browser that finds no host at all: the viewer must not ask for one."""
    started = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
    yield started
    started.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("view")
    (folder / "small.html").write_text(view(sample(), printed=[PRINTED]), encoding="utf-8")
    (folder / "big.html").write_text(view(many(400, 9)), encoding="utf-8")
    return folder


@pytest.fixture
def small(chromium: Browser, files: Path) -> Iterator[Page]:
    for seen in opened(chromium, files / "small.html"):
        yield seen.page


@pytest.fixture
def phone(chromium: Browser, files: Path) -> Iterator[Page]:
    for seen in opened(chromium, files / "small.html", width=390, height=844):
        yield seen.page


@pytest.fixture
def big(chromium: Browser, files: Path) -> Iterator[Page]:
    for seen in opened(chromium, files / "big.html"):
        yield seen.page
