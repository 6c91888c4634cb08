"""What the filters hide, in the drawing, the timeline, the sentence, the address and what is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.network.records import Body, Fact, Person, Records, Tenure
from kg.publish.view.write import view
from tests.browser.pages import opened
from tests.browser.test_lenses import rows, taken
from tests.viewer_samples import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PLACES = {
    "云岭省教育厅": "白宁",
    "松河市教育局": "陶然",
    "青梧区教育局": "沈一舟",
    "青梧区临湖镇人民政府": "夏禾",
    "教育学会": "杜若",
}
SHOWN = "KG.nodes.get().filter((node) => !node.hidden).map((node) => KG.data.nodes[node.id].name)"


def levelled() -> Records:
    """One body and one holder at each level, and one of no level."""
    bodies = tuple(Body(f"{BASE}body/{name}", name, "department") for name in PLACES)
    people = tuple(Person(f"{BASE}person/{name}", name) for name in PLACES.values())
    pairs = list(zip(people, bodies, strict=True))
    day = "2021-03-01"
    facts = tuple(Fact(f"f{n}", "appoint", p.id, b.id, "主任", day) for n, (p, b) in enumerate(pairs))
    held = tuple(
        Tenure(f"t{n}", p.id, b.id, "主任", day, day, day, opened=(f"f{n}",)) for n, (p, b) in enumerate(pairs)
    )
    return Records(people, bodies, facts, tenures=held)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("levels") / "levels.html"
    path.write_text(view(levelled()), encoding="utf-8")
    return path


@pytest.fixture
def page(chromium: Browser, file: Path) -> Iterator[Page]:
    for seen in opened(chromium, file):
        yield seen.page


def shown(page: Page) -> set[str]:
    """The names of what is drawn and not hidden."""
    found: list[str] = page.evaluate(SHOWN)
    return set(found)


def test_every_level_is_hidden_with_its_people(page: Page) -> None:
    assert shown(page) == {*PLACES, *PLACES.values()}
    for key, (body, person) in zip(("province", "city", "county", "town", "noLevel"), PLACES.items(), strict=True):
        page.click(f"#legend-levels [data-key={key}]")
        assert shown(page) == {*PLACES, *PLACES.values()} - {body, person}
        page.click(f"#legend-levels [data-key={key}]")
    assert shown(page) == {*PLACES, *PLACES.values()}


def test_a_level_is_hidden_by_the_keyboard_and_told(page: Page) -> None:
    page.focus("#legend-levels [data-key=town]")
    page.keyboard.press("Enter")
    assert "夏禾" not in shown(page)
    # The key keeps the focus, so that the next press takes the level back.
    assert page.evaluate("document.activeElement.dataset.key") == "town"
    assert "筛选隐去了乡镇、街道（2个节点）。" in page.inner_text("#sentence")
    page.click("#lang-en")
    assert "Hidden by the filters: Town, street (2 nodes)." in page.inner_text("#sentence")
    page.click("#legend-levels [data-key=town]")
    assert "Hidden" not in page.inner_text("#sentence")


def test_the_address_keeps_what_is_hidden(chromium: Browser, file: Path, page: Page) -> None:
    page.click("#legend-levels [data-key=town]")
    page.click("#legend-levels [data-key=city]")
    address = page.url.partition("#")[2]
    for seen in opened(chromium, file, address):
        assert shown(seen.page) == shown(page)
        assert {"陶然", "夏禾"}.isdisjoint(shown(seen.page))
        assert seen.page.get_attribute("[data-key=city]", "aria-pressed") == "false"
    page.go_back()
    page.wait_for_function("!KG.hidden.has('city')")
    assert "陶然" in shown(page)
    page.keyboard.press("Escape")
    assert "夏禾" not in shown(page)


def test_an_address_hides_only_what_there_is(chromium: Browser, file: Path) -> None:
    for seen in opened(chromium, file, "lang=en&hide=nothing,__proto__,town"):
        assert seen.page.evaluate("[...KG.hidden]") == ["town"]


def test_what_is_chosen_alone_stays_filtered(page: Page) -> None:
    page.click("#legend-levels [data-key=county]")
    page.keyboard.press("/")
    page.keyboard.type("青梧区教育局")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert "沈一舟" not in shown(page)


def test_the_timeline_and_the_table_follow(page: Page) -> None:
    page.click("#legend-levels [data-key=county]")
    table = taken(page, "csv").decode("utf-8-sig")
    assert "沈一舟" not in table
    assert "夏禾" in table
    page.click("#as-bars")
    assert len(rows(page)) == 4
    assert not any("沈一舟" in (row or "") for row in rows(page))
    assert "（1次任职）" in page.inner_text("#sentence")
    page.click("#legend-levels [data-key=noLevel]")
    assert len(rows(page)) == 3
    assert "杜若" not in taken(page, "csv").decode("utf-8-sig")
    assert b"\xe6\x9d\x9c\xe8\x8b\xa5" not in taken(page, "svg")
