"""The place of the drawing: how much of it is seen at first, and how it is moved with the keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def seen_at(page: Page) -> tuple[float, float, float]:
    """The middle of what is seen, and its scale."""
    x, y, scale = page.evaluate("[...Object.values(KG.network.getViewPosition()), KG.network.getScale()]")
    return round(x), round(y), round(scale, 3)


def settled(page: Page) -> tuple[float, float, float]:
    """The same, when vis-network has followed the size of its stage."""
    page.evaluate("new Promise((drawn) => setTimeout(drawn, 400))")
    return seen_at(page)


def test_the_first_view_is_fitted_to_the_stage_as_it_is(chromium: Browser, files: Path) -> None:
    # Higher than wide, so that the height decides, which the legend below the stage changes late.
    for seen in opened(chromium, files / "big.html", "lens=duties", width=1440, height=560):
        first = settled(seen.page)
        seen.page.evaluate("KG.fit(false)")
        assert seen_at(seen.page) == first


def test_whoever_comes_from_the_timeline_sees_the_drawing(chromium: Browser, files: Path) -> None:
    for seen in opened(chromium, files / "big.html"):
        straight = settled(seen.page)
        seen.page.click("#as-bars")
        seen.page.wait_for_selector("#bars")
        seen.page.click("#as-network")
        assert settled(seen.page) == straight


def test_the_arrow_keys_move_the_drawing_that_has_the_focus(big: Page) -> None:
    big.focus("#lang-en")
    big.keyboard.press("Tab")
    assert big.evaluate("document.activeElement.getAttribute('role')") == "application"
    assert big.evaluate("document.activeElement.getAttribute('aria-label')")
    x, y, _ = settled(big)
    big.keyboard.down("ArrowRight")
    big.wait_for_timeout(300)
    big.keyboard.up("ArrowRight")
    moved, still, _ = seen_at(big)
    assert (moved > x, still) == (True, y)
    big.keyboard.press("Tab")
    assert big.evaluate("document.activeElement.id") == "as-network"
