"""Pages in a real browser: nothing is loaded from elsewhere, nothing is refused by the policy, names do no harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest

from tests.pages.hostile import LONG, MARKUP, NAMES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PERSON = "/id/person/云岭省松河市青梧区/安正清"
COUNTS = "SELECT ?label (COUNT(?act) AS ?acts) { ?act gz:post ?post . ?post rdfs:label ?label } GROUP BY ?label"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"


@dataclass
class Seen:
    """A page of a site, and what went wrong in it."""

    page: Page
    root: str
    errors: list[str] = field(default_factory=list)

    def go(self, path: str, **asked: str) -> Page:
        """Open a page of the site."""
        self.page.goto(f"{self.root}{quote(path)}?{urlencode(asked)}")
        return self.page

    def console(self, query: str | None = None, language: str = "en") -> Page:
        """Open the page to write questions on, and wait for its script."""
        asked = {"query": query} if query else {}
        page = self.go("/sparql", lang=language, **asked)
        page.wait_for_selector("html[data-ready]")
        return page


def watched(browser: Browser, root: str, width: int, refused: int = 0) -> Iterator[Seen]:
    """A page that may fail at nothing but the `refused` questions that a test asks on purpose."""
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    seen = Seen(page, root)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("console", lambda told: seen.errors.append(told.text) if told.type in {"error", "warning"} else None)
    yield seen
    outside = [url for url in requests if not url.startswith(root)]
    harmed = page.evaluate("window.harmed")
    page.close()
    unexpected = [text for text in seen.errors if "status of 400" not in text]
    assert (outside, unexpected, harmed) == ([], [], None)


@pytest.fixture
def desk(browser: Browser, site: str) -> Iterator[Seen]:
    yield from watched(browser, site, 1280)


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Seen]:
    yield from watched(browser, site, 390)


@pytest.fixture
def hostile(browser: Browser, hostile_site: str) -> Iterator[Seen]:
    yield from watched(browser, hostile_site, 390)


@pytest.mark.parametrize("path", [PERSON, "/", "/search", "/list/Body", "/sparql", "/status", "/id/gone"])
def test_pages_fit_a_phone(phone: Seen, path: str) -> None:
    page = phone.go(path, q="区财政局")
    phone.errors = [text for text in phone.errors if path != "/id/gone"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_career_is_drawn_with_what_is_certain_apart(desk: Seen) -> None:
    page = desk.go(PERSON, lang="zh")
    assert page.locator("svg .sure").count() == 3
    bar = page.locator("svg g.bar-of", has_text="财政局局长").locator("rect.sure")
    assert float(bar.get_attribute("width") or 0) > 100
    assert bar.evaluate("rect => getComputedStyle(rect).fill") != "rgb(0, 0, 0)"
    page.locator("svg g.bar-of a", has_text="财政局局长").click()
    assert page.locator("h1").inner_text() == "云岭省松河市青梧区财政局局长"


def test_a_search_leads_to_a_person(desk: Seen) -> None:
    page = desk.go("/", lang="en")
    page.get_by_role("searchbox").fill("anzhengqing")
    page.keyboard.press("Enter")
    page.locator(".found a").first.click()
    assert page.locator("h1").inner_text() == "安正清"
    page.get_by_role("link", name="中文").click()
    assert page.locator("html").get_attribute("lang") == "zh-Hans"


def test_a_question_is_answered_as_table_and_bars(desk: Seen) -> None:
    page = desk.console()
    page.get_by_label("SPARQL", exact=True).fill(COUNTS)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#rows tbody tr")
    assert page.locator("#chart rect").count() == min(40, page.locator("#rows tbody tr").count())
    assert "gz%3Apost" in page.url
    with page.expect_download() as download:
        page.locator("#downloads a", has_text="CSV").evaluate("link => { link.download = 'a.csv'; link.click(); }")
    assert download.value.path().read_text(encoding="utf-8").startswith("label,acts")


def test_an_address_holds_its_question_and_links_lead_to_pages(desk: Seen) -> None:
    page = desk.console("SELECT ?person { ?person foaf:name '安正清' }")
    page.locator("#rows a").first.click()
    assert page.locator("h1").inner_text() == "安正清"
    page.go_back()
    page.wait_for_selector("#rows tbody tr")


def test_what_is_not_understood_is_told_with_its_place(desk: Seen) -> None:
    page = desk.console("SELECT ?x {\n ?x gz:post ) }")
    page.wait_for_selector("#error:not([hidden])")
    assert "2:" in page.locator("#error").inner_text()
    assert page.evaluate("document.getElementById('query').selectionStart") > len("SELECT ?x {\n")


def test_a_question_can_be_cancelled(desk: Seen) -> None:
    page = desk.console(ENDLESS)
    page.get_by_role("button", name="Cancel").click()
    page.wait_for_selector("#error:not([hidden])")
    assert page.locator("#error").inner_text() == "Cancelled."
    page.get_by_label("SPARQL", exact=True).fill("ASK {}")
    page.get_by_role("button", name="Run").click()
    page.get_by_text("Yes", exact=True).wait_for()


@pytest.mark.parametrize(
    ("typed", "name"), [("SELECT * { ?x a gz:Perso", "gz:Person"), ("SELECT * { ?x a 任命", "gz:Appointment")]
)
def test_terms_are_completed_by_name_and_by_label(desk: Seen, typed: str, name: str) -> None:
    page = desk.console()
    area = page.get_by_label("SPARQL", exact=True)
    area.fill("")
    area.press_sequentially(typed)
    page.wait_for_selector("#terms li")
    page.keyboard.press("ArrowDown")
    assert area.get_attribute("aria-activedescendant") == "term-0"
    page.keyboard.press("Enter")
    assert area.input_value() == typed[: typed.rindex(" ") + 1] + name


def test_the_library_fills_in_and_asks(desk: Seen) -> None:
    page = desk.console(language="zh")
    page.evaluate(
        """() => {
          const select = document.getElementById("library");
          const wanted = [...select.options].find((one) => one.value === "tenures-of-person") ?? select.options[1];
          select.value = wanted.value;
          select.dispatchEvent(new Event("change"));
        }"""
    )
    page.locator("#about button").click()
    page.wait_for_selector("#rows tbody tr")
    assert page.locator("#history li").count() == 1


def test_a_graph_comes_as_turtle(desk: Seen) -> None:
    page = desk.console("CONSTRUCT { ?x a gz:Person } WHERE { ?x a gz:Person } LIMIT 3")
    page.wait_for_selector("#rows pre")
    assert "gz:Person" in page.locator("#rows pre").inner_text()


@pytest.mark.parametrize("kind", ["person", "post", "act", "text"])
@pytest.mark.parametrize("key", NAMES)
def test_names_do_no_harm(hostile: Seen, kind: str, key: str) -> None:
    page = hostile.go(f"/id/{kind}/{key}")
    assert page.locator("img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if kind in {"person", "post"} and key == "markup":
        assert page.locator("h1").inner_text() == MARKUP
    assert page.locator('a[href^="javascript"]').count() == 0


@pytest.mark.parametrize("text", [MARKUP, LONG[:200], '"><script>window.harmed=1</script>'])
def test_what_is_typed_does_no_harm(hostile: Seen, text: str) -> None:
    page = hostile.go("/search", q=text)
    assert page.get_by_role("searchbox").input_value() == text
    page = hostile.console(f"SELECT ?name {{ ?x rdfs:label ?name }} # {text}")
    page.wait_for_selector("#rows tbody tr")
    assert page.locator("#rows tbody tr").count() == 2 * len(NAMES)
    assert page.locator("#rows img").count() == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_viewer_leads_to_the_query_page_with_its_question(desk: Seen, language: str) -> None:
    page = desk.page
    page.goto(f"{desk.root}/viewer#lens=meetings&hide=noLevel,observer&on=2024-01-01&lang={language}")
    page.wait_for_selector("html[data-ready]")
    page.click("#take summary")
    page.click("#take-sparql")
    text = page.input_value("#sparql-text")
    assert "FILTER" in text and "MINUS" in text
    page.click("#on-server")
    page.wait_for_selector("#rows tbody tr")
    assert page.input_value("#query").strip() == text.strip()
    assert (page.locator("html").get_attribute("lang") == "en") == (language == "en")
    page.locator("#rows a").first.click()
    assert page.locator("h1").inner_text()
