"""The viewer in a real browser without a network, from the file system."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from kg.publish.view.write import view
from tests.conftest import absent
from tests.viewer_samples import HOSTILE, many, sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

READY = "html[data-ready]"
# Nothing is loaded but the file itself; what a page tries is written down and refused.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]


@dataclass
class Seen:
    """A page, what it asked for besides itself, and what went wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = Path(os.environ.get("KG_CHROMIUM", "/usr/bin/chromium"))
    if not path.exists():
        absent(f"no browser at {path} (set KG_CHROMIUM)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("view")
    (folder / "small.html").write_text(view(sample()), encoding="utf-8")
    (folder / "big.html").write_text(view(many(400, 9)), encoding="utf-8")
    return folder


def opened(
    chromium: Browser, path: Path, hash_part: str = "lang=zh", width: int = 1280, height: int = 800
) -> Iterator[Seen]:
    """Open a page, and check at the end that it neither failed nor asked for anything."""
    page = chromium.new_page(viewport={"width": width, "height": height}, locale="zh-CN", reduced_motion="reduce")
    seen = Seen(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("console", lambda message: seen.errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{path.as_uri()}#{hash_part}")
    page.wait_for_selector(READY)
    yield seen
    outside = [url for url in seen.requests if not url.startswith(("data:", "blob:", path.as_uri()))]
    harmed = page.evaluate("window.harmed")
    page.close()
    assert (outside, seen.errors, harmed) == ([], [], None)


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


def search(page: Page, words: str) -> None:
    """Type into the search box and take the first answer, with the keyboard alone."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def place(page: Page, name: str) -> tuple[float, float]:
    """Where a node is on the screen."""
    x, y = page.evaluate(
        """name => {
          const node = KG.data.nodes.find((one) => one.name === name);
          const at = KG.network.canvasToDOM(KG.network.getPosition(node.index));
          const box = document.getElementById("network").getBoundingClientRect();
          return [at.x + box.left, at.y + box.top];
        }""",
        name,
    )
    return x, y


def events(page: Page) -> list[str | None]:
    """The events that the panel shows, in its order."""
    return [row.get_attribute("data-event") for row in page.query_selector_all("#panel .fact")]


def test_the_first_view_says_what_it_shows(small: Page) -> None:
    text = small.inner_text("#sentence")
    assert "3个机构和3人" in text
    assert "1人只见于出席名单" in text
    assert small.evaluate("KG.nodes.length") == 6
    assert small.evaluate("KG.data.options.physics") is False


def test_search_finds_a_person_and_shows_the_facts_in_order(small: Page) -> None:
    search(small, "林知远")
    assert small.inner_text("#panel h2") == "林知远"
    assert events(small) == ["appoint", "remove", "elect"]
    first = small.inner_text("#panel .fact >> nth=0")
    for words in (
        "2020-03-01",
        "任命",
        "Appointed",
        "云岭县公报 2022年第3期",
        "第12–14行",
        "任命林知远为县档案局局长",
        "任免名单",
    ):
        assert words in first
    assert small.inner_text("#panel .fact >> nth=2 >> mark >> nth=0") == "林 知远"


@pytest.mark.parametrize("words", ["县人大常委会", "云岭县人民代表大会常务委员会", "人民代表大会常务委员会"])
def test_search_finds_a_body_by_any_of_its_names(small: Page, words: str) -> None:
    search(small, words)
    assert small.inner_text("#panel h2") == "云岭县人民代表大会常务委员会"
    assert events(small) == ["decision", "present", "elect"]


def test_two_people_of_one_name_are_told_apart(small: Page) -> None:
    small.fill("#search", "高原")
    assert sorted(row.split("\n")[-1].split(" · ")[0] for row in small.locator("#found li").all_inner_texts()) == [
        "云岭县",
        "河湾县",
    ]


def test_a_click_on_a_node_opens_its_facts_and_a_body_leads_on(small: Page) -> None:
    small.mouse.click(*place(small, "林知远"))
    small.wait_for_selector("#panel h2:has-text('林知远')")
    small.click("#panel .goto.body >> nth=0")
    small.wait_for_selector("#panel h2:has-text('云岭县人民代表大会常务委员会')")
    small.go_back()
    small.wait_for_selector("#panel h2:has-text('林知远')")


def test_a_click_on_an_edge_opens_what_links_the_two(small: Page) -> None:
    (x, y), (u, v) = place(small, "林知远"), place(small, "云岭县档案局")
    small.mouse.click((x + u) / 2, (y + v) / 2)
    small.wait_for_selector("#panel h2.pair")
    assert events(small) == ["appoint", "remove"]


def test_who_is_not_drawn_is_found_with_the_neighbourhood(big: Page) -> None:
    assert big.evaluate("KG.nodes.length") <= 200
    search(big, "人399之8")
    assert big.inner_text("#panel h2") == "人399之8"
    assert big.evaluate("KG.nodes.length") == 10
    big.click("#back")
    big.wait_for_function("KG.nodes.length > 100")


def test_the_language_is_switched_and_kept_in_the_address(small: Page) -> None:
    small.click("#lang-en")
    assert small.evaluate("document.documentElement.lang") == "en"
    assert "each at one body" in small.inner_text("#sentence")
    search(small, "林知远")
    assert "lines 12–14" in small.inner_text("#panel .fact >> nth=0")
    assert "lang=en" in small.url


def test_an_address_opens_the_same_view(chromium: Browser, files: Path) -> None:
    for seen in opened(chromium, files / "small.html", "id=" + quote("person/云岭县/林知远") + "&alone=1&lang=en"):
        assert seen.page.inner_text("#panel h2") == "林知远"
        assert "alone" in seen.page.inner_text("#sentence")


def test_hostile_names_are_only_text(small: Page) -> None:
    search(small, "onerror")
    assert small.inner_text("#panel h2") == HOSTILE
    small.hover("#panel h2")
    assert small.query_selector("#panel img") is None
    small.mouse.move(*place(small, HOSTILE))
    small.wait_for_timeout(500)
    assert small.query_selector(".vis-tooltip img") is None


def test_a_policy_stops_scripts_that_are_not_ours(chromium: Browser, files: Path) -> None:
    for seen in opened(chromium, files / "small.html"):
        refused = seen.page.evaluate(
            """() => { const script = document.createElement("script"); script.textContent = "window.foreign = 1";
            document.body.append(script); return window.foreign; }"""
        )
        assert refused is None
        sent = seen.page.evaluate("fetch('https://example.org/').then(() => 'sent', () => 'refused')")
        assert sent == "refused"
        assert all("Content Security Policy" in error for error in seen.errors[:2])
        seen.errors.clear()


def test_the_legend_hides_a_family_of_bodies(small: Page) -> None:
    small.click("[data-key=government]")
    assert small.get_attribute("[data-key=government]", "aria-pressed") == "false"
    hidden = small.evaluate("KG.nodes.get().filter((node) => node.hidden).map((node) => KG.data.nodes[node.id].name)")
    assert "云岭县档案局" in hidden
    assert "林知远" not in hidden


def test_all_can_be_done_with_the_keyboard(small: Page) -> None:
    small.keyboard.press("/")
    small.keyboard.type("档案局")
    small.keyboard.press("ArrowDown")
    small.keyboard.press("ArrowUp")
    assert small.get_attribute("#search", "aria-activedescendant") == "found-0"
    small.keyboard.press("Enter")
    assert small.inner_text("#panel h2") == "云岭县档案局"
    small.keyboard.press("Escape")
    assert small.inner_text("#panel h2") == "谁在哪个机构任什么职"


def test_a_phone_shows_drawing_and_facts_without_scrolling_sideways(phone: Page) -> None:
    search(phone, "林知远")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    for place_of in ("#network", "#panel"):
        box = phone.locator(place_of).bounding_box()
        assert box is not None
        assert box["height"] > 200
        assert box["width"] > 380
