"""What the filters hide, in the drawing, the timeline, the sentence, the address and what is taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote as encoded

import pytest

from kg.network.records import Body, Fact, Meeting, Person, Records, Said, Tenure
from kg.publish.view.write import view
from tests.browser.pages import opened, search
from tests.browser.test_lenses import rows, taken
from tests.browser.test_viewer import ask_day
from tests.viewer_samples import BASE, HOSTILE, SESSION, quote, sample

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
    assert "无遗漏" not in page.inner_text("#sentence")
    page.click("#lang-en")
    assert "Hidden by the filters: Town, street (2 nodes)." in page.inner_text("#sentence")
    page.click("#legend-levels [data-key=town]")
    assert "Hidden" not in page.inner_text("#sentence")
    assert "Nothing is left out." in page.inner_text("#sentence")


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


@pytest.fixture
def dated(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """The sample with a later meeting, of which only the year is known, and a later word on its project."""
    known = sample()
    later = Meeting(SESSION + "/later", "云岭县人民代表大会常务委员会第9届第9次会议", known.meetings[0].body, "2024")
    present = replace(known.facts[3], id="later", at=later.id, date="2024")
    done: Said = replace(
        next(one for one in known.said if one.id == "s3"), id="s3z", sort="completed", date="2024-03", quotes=(quote("已建成", 73),)
    )  # fmt: skip
    known = replace(known, meetings=(*known.meetings, later), facts=(*known.facts, present), said=(*known.said, done))
    path = tmp_path / "dated.html"
    path.write_text(view(known), encoding="utf-8")
    for seen in opened(chromium, path):
        yield seen.page


def test_a_day_asks_for_the_meetings_by_then(dated: Page) -> None:
    dated.click("#lens-meetings")
    everything = shown(dated)
    ask_day(dated, "2023-06-30")
    assert everything - shown(dated) == {"云岭县人民代表大会常务委员会第9届第9次会议"}
    assert HOSTILE in shown(dated)
    assert dated.inner_text("label[for=day]") == "截至"
    assert "截至2023-06-30有1场会议；此后的1场会议隐去；无日期的1场会议仍保留" in dated.inner_text("#sentence")
    assert "2024" not in taken(dated, "csv").decode("utf-8-sig")
    # Of the year alone it is known that it had begun.
    ask_day(dated, "2024-01-01")
    assert shown(dated) == everything
    ask_day(dated, "2022-06-30")
    assert "林知远" not in shown(dated)
    dated.click("#no-day")
    assert shown(dated) == everything


def test_a_span_asks_for_the_meetings_in_it(dated: Page) -> None:
    dated.click("#lens-meetings")
    ask_day(dated, "2024-06-01")
    dated.fill("#until", "2024-07-01")
    dated.dispatch_event("#until", "change")
    assert "云岭县人民代表大会常务委员会第9届第9次会议" in shown(dated)
    assert "关于林知远当选的决定" not in shown(dated)
    dated.click("#lang-en")
    assert dated.inner_text("label[for=day]") == "Dated from"
    said = "Dated from 2024-06-01 to 2024-07-01: 1 meetings; hidden as dated otherwise: 1; undated, which stay: 1"
    assert said in dated.inner_text("#sentence")


def test_duties_go_by_the_day_of_their_paper_and_the_undated_stay(dated: Page) -> None:
    dated.click("#lens-duties")
    ask_day(dated, "2022-06-30")
    assert "整理旧档" not in shown(dated)
    assert HOSTILE in shown(dated)
    ask_day(dated, "2022-07-01")
    assert "整理旧档" in shown(dated)


def test_a_project_is_as_far_as_was_stated_by_then(dated: Page) -> None:
    state = "KG.data.links.find((link) => link.lens === 'projects' && KG.data.nodes[link.leaf].name.includes('档案馆')).state"
    dated.click("#lens-projects")
    assert dated.evaluate(state) == "completed"
    ask_day(dated, "2023-01-01")
    assert dated.evaluate(state) == "started"
    assert {"云岭县档案馆迁建工程", "河滨步道工程"} <= shown(dated)
    assert dated.evaluate("[KG.box('slider').min, KG.box('slider').max].map((n) => KG.dayOf(Number(n)))") == [
        "2022-07-01", "2024-03-01",
    ]  # fmt: skip
    ask_day(dated, "2022-06-30")
    assert "云岭县档案馆迁建工程" not in shown(dated)
    dated.click("#lens-posts")
    assert dated.inner_text("label[for=day]") == "在任于"
    assert dated.evaluate("[KG.day, KG.asked]") == ["2022-06-30", None]
    dated.click("#no-day")
    dated.click("#lens-projects")
    assert dated.evaluate(state) == "completed"


COMMITTEE = "云岭县人民代表大会常务委员会"


def test_a_body_and_its_parts_alone(small: Page) -> None:
    small.click("#lens-bodies")
    search(small, "云岭县人民代表大会")
    small.focus("#within")
    small.keyboard.press("Enter")
    small.click("#lens-posts")
    assert shown(small) == {COMMITTEE, "林知远", "高原"}
    assert "只看“人民代表大会”及其下属1个机构，共3个节点。" in small.inner_text("#sentence")
    table = taken(small, "csv").decode("utf-8-sig")
    assert "副主任" in table
    assert "档案局" not in table
    small.click("#as-bars")
    assert [row and row.partition("，")[0] for row in rows(small)] == ["人民代表大会常务委员会"]
    small.click("#lens-people")
    assert [row and row.partition("，")[0] for row in rows(small)] == ["林知远"]
    small.click("#lens-meetings")
    assert f"{COMMITTEE}第9届第3次会议" in shown(small)
    assert HOSTILE not in shown(small)
    small.click("#lens-duties")
    assert shown(small) == {"林知远", "整理旧档"}
    small.click("#no-within")
    assert {"云岭县档案局", HOSTILE} <= shown(small)
    small.go_back()
    small.wait_for_function("KG.within !== null")
    assert shown(small) == {"林知远", "整理旧档"}


def test_an_address_narrows_to_a_body(chromium: Browser, files: Path) -> None:
    address = "lang=en&within=" + encoded("body/云岭县人民代表大会")
    for seen in opened(chromium, files / "small.html", address):
        page = seen.page
        assert "Only 人民代表大会 and its 1 parts: 3 nodes." in page.inner_text("#sentence")
        # Whatever lies outside is still found, and leads back.
        search(page, "云岭县档案局")
        assert "云岭县档案局" in shown(page)
        assert not page.is_visible("#narrowed")
        page.keyboard.press("Escape")
        assert shown(page) == {COMMITTEE, "林知远", "高原"}


@pytest.mark.parametrize("id", ["person/云岭县/林知远", "nothing", HOSTILE])
def test_an_address_with_no_body_narrows_nothing(chromium: Browser, files: Path, id: str) -> None:
    for seen in opened(chromium, files / "small.html", "lang=zh&within=" + encoded(id)):
        assert seen.page.evaluate("KG.within") is None
        assert not seen.page.is_visible("#narrowed")
