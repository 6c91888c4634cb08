"""The place of the drawing: how much of it is seen at first, and where the keyboard leads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.network.records import Records, Task
from kg.publish.view.write import view
from tests.browser.pages import opened, search
from tests.viewer_samples import BASE

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


def test_whoever_reads_with_the_keyboard_stays_in_the_panel(small: Page) -> None:
    search(small, "林知远")
    assert small.evaluate("document.activeElement.id") == "panel"
    small.locator("#panel .tenure .goto >> nth=0").focus()
    small.keyboard.press("Enter")
    small.wait_for_selector("#panel h2:has-text('档案局')")
    assert small.evaluate("document.activeElement.id") == "panel"
    small.keyboard.press("Tab")
    assert small.evaluate("document.activeElement.id") == "back"


def test_more_of_a_list_is_gone_through_from_where_it_begins(small: Page) -> None:
    small.evaluate(
        """KG.showPanel(KG.growing("rows", [...Array(20).keys()], 12,
             (number) => KG.el("li", {}, KG.el("button", { type: "button" }, String(number)))))"""
    )
    small.locator("#panel button.plain").focus()
    small.keyboard.press("Enter")
    assert small.evaluate("document.activeElement.textContent") == "12"
    assert small.locator("#panel li").count() == 20


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("csjswyh", "cjw", True),
        ("城市建设委员会", "城建委", True),
        ("yunlingxiandanganguanqianjiangongcheng", "yiganqi", False),
    ],
)
def test_letters_in_order_are_no_name_of_something_long(small: Page, name: str, words: str, found: bool) -> None:
    score: int = small.evaluate("(asked) => KG.score(...asked)", [name, words])
    assert (score < 9) is found


@pytest.mark.parametrize("width", [390, 768, 900, 1100, 1281, 1440])
def test_nothing_of_the_bar_lies_beyond_the_edge(chromium: Browser, files: Path, width: int) -> None:
    for seen in opened(chromium, files / "small.html", "lang=en", width=width):
        ends = [
            box["x"] + box["width"]
            for name in ("#lang-en", "#take", "#search")
            if (box := seen.page.locator(name).bounding_box())
        ]
        assert len(ends) == 3
        assert max(ends) <= width


@pytest.mark.parametrize("language", ["zh", "en"])
def test_many_projects_are_all_seen_at_first_on_a_usual_screen(
    chromium: Browser, tmp_path: Path, language: str
) -> None:
    kinds = ("construction", "renewal", "transport", "information_system", "policy_programme")
    tasks = [Task(f"{BASE}project/{kind}/{at}", f"第{at}号工程", "project", kind) for kind in kinds for at in range(60)]
    path = tmp_path / "projects.html"
    path.write_text(view(Records(tasks=tuple(tasks))), encoding="utf-8")
    for seen in opened(chromium, path, f"lang={language}&lens=projects", width=1440, height=900):
        settled(seen.page)
        corners, stage = seen.page.evaluate(
            """() => {
              const [wide, high] = KG.view().slot;
              const corner = (disc, side) => KG.network.canvasToDOM({ x: (disc.x + side * disc.radius) * wide, y: (disc.y + side * disc.radius) * high });
              const box = document.getElementById("network");
              return [KG.discs.flatMap((disc) => [corner(disc, -1), corner(disc, 1)]), [box.clientWidth, box.clientHeight]];
            }"""
        )
        assert len(corners) == 2 * len(kinds)
        assert all(0 <= corner["x"] <= stage[0] and 0 <= corner["y"] <= stage[1] for corner in corners)
