"""What the lenses show, over time, with their evidence, and what is taken away from them, in a real browser."""

from __future__ import annotations

import csv
import io
import struct
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from kg.publish.view.questions import LENSES
from tests.browser.pages import opened, place, search
from tests.viewer_samples import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"


def names(page: Page) -> set[str]:
    """The names of all that is drawn."""
    found: list[str] = page.evaluate("KG.nodes.getIds().map((id) => KG.data.nodes[id].name)")
    return set(found)


def rows(page: Page) -> list[str | None]:
    """What the lines of the timeline say to a screen reader."""
    return [row.get_attribute("aria-label") for row in page.query_selector_all("#bars .bar-row")]


def taken(page: Page, kind: str) -> bytes:
    """The file that is taken away."""
    page.click("#take summary")
    with page.expect_download() as download:
        page.click(f"#take-{kind}")
    return Path(download.value.path()).read_bytes()


def test_a_meeting_shows_what_it_decided_and_who_sat(small: Page) -> None:
    small.click("#lens-meetings")
    assert "2场会议和" in small.inner_text("#sentence")
    assert {"关于林知远当选的决定", "对档案工作的审议意见", "林知远", "高原"} <= names(small)
    search(small, "第9届第3次")
    text = small.inner_text("#panel")
    for words in ("2022-07-01", "决定、批准\n1", "审议意见\n1", "任免、辞职\n1", "出席\n1", "林 知远当选为副主任"):
        assert words in text
    small.click("#panel .goto:has-text('关于林知远当选的决定')")
    small.wait_for_selector("#panel h2:has-text('关于林知远当选的决定')")
    assert "云岭县人民代表大会常务委员会第9届第3次会议" in small.inner_text("#panel")


def test_bodies_stand_with_their_parts(small: Page) -> None:
    small.click("#lens-bodies")
    assert names(small) == {"云岭县人民代表大会", "云岭县人民代表大会常务委员会"}
    assert "另有2个没有此类关系" in small.inner_text("#sentence")
    small.mouse.click(*place(small, "云岭县人民代表大会"))
    small.wait_for_selector("#panel h2:has-text('云岭县人民代表大会')")
    assert "下属机构" in small.inner_text("#panel")


def test_projects_of_nobody_stand_with_their_kind(small: Page) -> None:
    small.click("#lens-projects")
    assert names(small) == {"云岭县档案局", "云岭县档案馆迁建工程", "交通类", "河滨步道工程"}
    assert small.locator("#legend-states .key").all_inner_texts() == ["完成", "在建", "开工", "计划", "未写明进度"]
    small.click("#lang-en")
    assert "Transport" in names(small)
    assert "Transport" in small.evaluate("[...KG.vector().querySelectorAll('text')].map((text) => text.textContent)")
    small.mouse.click(*place(small, "Transport"))
    small.wait_for_selector("#panel h2:has-text('Transport')")
    assert "河滨步道工程" in small.inner_text("#panel")


def test_careers_are_bars_of_who_held_most(small: Page) -> None:
    small.click("#lens-people")
    assert "有任职记载者共5人" in small.inner_text("#sentence")
    told = rows(small)
    assert len(told) == 7
    assert told[0] == "林知远，档案局 局长，任命 2020-03-01，免职 2022-06-30"
    assert small.locator("#network").is_hidden()
    search(small, "林知远")
    assert len(rows(small)) == 3
    assert "lens=people" in small.url


def test_a_line_of_the_timeline_opens_its_evidence_with_the_keyboard(small: Page) -> None:
    small.click("#lens-people")
    search(small, "林知远")
    small.locator("#bars .bar-row >> nth=0").focus()
    small.keyboard.press("Enter")
    small.wait_for_selector("#panel h2.pair")
    assert "任命林知远为县档案局局长" in small.inner_text("#panel")
    assert len(rows(small)) == 3
    small.go_back()
    small.wait_for_selector("#panel h2:has-text('林知远')")


def test_the_posts_of_a_body_are_seen_as_bars_from_an_address(chromium: Browser, files: Path) -> None:
    address = "lens=bodies&as=bars&lang=en&id=" + quote("body/云岭县档案局")
    for seen in opened(chromium, files / "small.html", address):
        assert [(row or "").split("，")[1].split(" ")[0] for row in rows(seen.page)] == [
            "高原（河湾县）",
            "林知远",
            "周禾（档案局局长）",
            "孟川",
        ]
        seen.page.click("#as-network")
        assert seen.page.locator("#chart").is_hidden()


def test_bars_part_the_certain_from_the_possible_by_more_than_colour(small: Page) -> None:
    small.click("#lens-people")
    search(small, "林知远")
    kinds = [mark.get_attribute("class") for mark in small.query_selector_all("#bars .stretch")]
    assert "stretch sure" in kinds
    assert "stretch maybe no-end" in kinds
    assert "stretch maybe no-start no-end" in kinds
    assert {mark.get_attribute("fill") for mark in small.query_selector_all("#bars .maybe")} == {"url(#hatch)"}


def test_the_slider_asks_for_its_day_and_going_back_leaves_the_lens(small: Page) -> None:
    first = small.evaluate("KG.dayNumber('2021-01-01')")
    small.evaluate(
        f"slider => {{ slider.value = {first}; slider.dispatchEvent(new Event('input')); }}",
        small.query_selector("#slider"),
    )
    assert "on=2021-01-01" in small.url
    assert small.get_attribute("#slider", "aria-valuetext") == "2021-01-01"
    assert "2021-01-01在任：确定1人" in small.inner_text("#sentence")


def test_a_span_holds_who_was_in_office_on_one_of_its_days(chromium: Browser, files: Path) -> None:
    for seen in opened(chromium, files / "small.html", "lang=zh&on=2022-06-29&until=2022-08-01"):
        page = seen.page
        assert page.input_value("#until") == "2022-08-01"
        assert "2022-06-29至2022-08-01间曾在任：确定2人" in page.inner_text("#sentence")
        for day, until, state in (("2022-06-30", "2022-07-04", "out"), ("2022-06-29", "2022-07-04", "certain")):
            assert page.evaluate("([day, until]) => KG.onDay(KG.data.tenures[0], day, until)", [day, until]) == state


def test_time_plays_and_pauses(small: Page) -> None:
    small.click("#play")
    small.wait_for_function("KG.day !== null && KG.playing")
    begun = small.evaluate("KG.day")
    small.wait_for_function("begun => KG.day > begun", arg=begun)
    assert small.get_attribute("#play", "aria-label") == "暂停"
    small.click("#play")
    assert small.evaluate("KG.playing") == 0
    small.click("#no-day")
    assert small.evaluate("KG.day") is None


@pytest.mark.parametrize("typed", ["linzhiyuan", "Lin Zhiyuan", "lzy"])
def test_search_takes_pinyin_and_initials(small: Page, typed: str) -> None:
    search(small, typed)
    assert small.inner_text("#panel h2") == "林知远"


def test_the_words_are_seen_in_their_paragraph_and_in_the_whole_item(small: Page) -> None:
    search(small, "林知远")
    small.click("#panel .fact[data-event=appoint] .paragraph")
    small.wait_for_selector("#panel .printed")
    assert small.locator("#panel .printed mark").all_inner_texts() == ["任命林知远为", "县档案局局长"]
    assert [row.get_attribute("value") for row in small.query_selector_all("#panel .printed .told")] == ["12", "14"]
    small.click("#panel .fact[data-event=appoint] .whole-item")
    small.wait_for_selector("#item[open] .printed")
    assert small.locator("#item .printed li").count() == 11
    assert small.inner_text("#item-title") == "《任免名单》"
    small.keyboard.press("Escape")
    assert small.locator("#item").is_hidden()
    assert small.inner_text("#panel h2") == "林知远"


def test_a_hostile_line_is_only_text(small: Page) -> None:
    small.evaluate("KG.go(KG.data.nodes.find((node) => node.kind === 'meeting' && node.name.includes('onerror')))")
    assert small.inner_text("#panel h2") == HOSTILE
    small.click("#panel .paragraph >> nth=0")
    small.wait_for_selector("#panel .printed mark")
    assert small.inner_text("#panel .printed mark") == HOSTILE
    assert small.query_selector("#panel img") is None
    for lens in ("people", "meetings", "posts"):
        small.click(f"#lens-{lens}")
        picture = taken(small, "svg").decode()
        ElementTree.fromstring(picture)
        assert "<img" not in picture


def test_who_was_only_seen_is_added_by_expanding_and_stays_in_the_address(small: Page) -> None:
    assert small.evaluate("KG.nodes.length") == 9
    search(small, "云岭县人民代表大会常务委员会")
    small.click("#grow")
    small.wait_for_function("KG.nodes.length === 10")
    assert "另外画出了1个" in small.inner_text("#sentence")
    assert small.evaluate("KG.discs.every((one, at) => KG.discs.every((other, place) => place <= at || "
                          "Math.hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius - 1e-6))")  # fmt: skip
    assert "more=" in small.url
    small.click("#back")
    small.wait_for_function("KG.nodes.length === 9")


def test_a_picture_and_a_vector_are_taken_of_every_lens(small: Page) -> None:
    for lens in ("posts", "duties", "meetings", "bodies", "people", "projects"):
        small.click(f"#lens-{lens}")
        picture = taken(small, "png")
        assert picture.startswith(b"\x89PNG")
        assert min(struct.unpack(">II", picture[16:24])) > 100
        words = {text.text for text in ElementTree.fromstring(taken(small, "svg")).iter(SVG + "text")}
        assert len(words) >= 2


def test_the_table_holds_what_is_drawn_with_its_words_and_no_formula(small: Page) -> None:
    table = list(csv.DictReader(io.StringIO(taken(small, "csv").decode("utf-8-sig"))))
    told = next(row for row in table if row["event"] == "appoint" and row["from"] == "林知远")
    assert (told["to"], told["date"], told["gazette"], told["lines"]) == (
        "云岭县档案局",
        "2020-03-01",
        "yunling-2022-3",
        "12 14",
    )
    assert [row["start_latest"] for row in table if row["event"] == "tenure" and row["from"] == "孟川"] == [
        "2024-05-06"
    ]
    small.click("[data-key=government]")
    assert "云岭县档案局" not in taken(small, "csv").decode("utf-8-sig")
    assert small.evaluate("['=1+1', '+1', '-1', '@a', 'a,b'].map(KG.cell)") == ["'=1+1", "'+1", "'-1", "'@a", '"a,b"']


def test_the_question_names_what_is_chosen(small: Page) -> None:
    search(small, "林知远")
    small.click("#take summary")
    small.click("#take-sparql")
    text = small.input_value("#sparql-text")
    assert "VALUES ?chosen { <https://example.org/gz/id/person/云岭县/林知远> }" in text
    assert small.locator("#on-server").is_hidden()
    small.click("#close-sparql")
    assert len(small.evaluate("Object.keys(KG.data.sparql)")) == len(LENSES)


def test_every_lens_fits_a_phone_and_keeps_room_for_its_drawing(phone: Page) -> None:
    for lens in ("posts", "duties", "meetings", "bodies", "people", "projects"):
        phone.click(f"#lens-{lens}")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
        box = phone.locator("#chart" if lens == "people" else "#network").bounding_box()
        assert box is not None
        assert box["height"] > 180


def test_every_button_and_field_has_a_name(small: Page) -> None:
    for lens in ("posts", "people"):
        small.click(f"#lens-{lens}")
        unnamed = small.evaluate(
            """[...document.querySelectorAll("button, input, select, textarea, [role=button]")]
              .filter((one) => !one.closest("[hidden], dialog:not([open])"))
              .filter((one) => !(one.textContent.trim() || one.getAttribute("aria-label") || (one.labels || []).length))
              .map((one) => one.outerHTML)"""
        )
        assert unnamed == []


def test_words_stand_out_from_their_ground_by_day_and_by_night(chromium: Browser, files: Path) -> None:
    ratio = """() => {
      const part = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number).map((value) => value / 255)
        .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      const light = (text) => { const [r, g, b] = part(text); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const style = getComputedStyle(document.querySelector("#sentence"));
      const ground = getComputedStyle(document.body).backgroundColor;
      const [one, other] = [light(style.color), light(ground)].sort((a, b) => b - a);
      return (one + 0.05) / (other + 0.05);
    }"""
    for scheme in ("light", "dark"):
        page = chromium.new_page(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto((files / "small.html").as_uri())
        page.wait_for_selector("html[data-ready]")
        assert page.evaluate(ratio) >= 4.5
        page.close()
