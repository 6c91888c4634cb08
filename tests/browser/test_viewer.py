"""The viewer in a real browser without a network, from the file system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.browser.pages import opened, place, search
from tests.viewer_samples import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def events(page: Page) -> list[str | None]:
    """The events that the panel shows, in its order."""
    return [row.get_attribute("data-event") for row in page.query_selector_all("#panel .fact:not(.said)")]


def test_the_first_view_says_what_it_shows(small: Page) -> None:
    text = small.inner_text("#sentence")
    assert "3个机构和6人" in text
    assert "1人只见于出席名单" in text
    assert small.evaluate("KG.nodes.length") == 9
    assert small.evaluate("KG.data.options.physics") is False


def test_search_finds_a_person_and_shows_the_facts_in_order(small: Page) -> None:
    search(small, "林知远")
    assert small.inner_text("#panel h2") == "林知远"
    assert events(small) == ["appoint", "remove", "elect", "position"]
    first = small.inner_text("#panel .fact:not(.said) >> nth=0")
    for words in (
        "2020-03-01",
        "任命",
        "云岭县公报 2022年第3期",
        "第12–14行",
        "任命林知远为县档案局局长",
        "任免名单",
    ):
        assert words in first
    assert "Appointed" not in first
    small.click("#lang-en")
    assert "Appointed" in small.inner_text("#panel .fact:not(.said) >> nth=0")
    assert small.inner_text("#panel .fact:not(.said) >> nth=2 >> mark >> nth=0") == "林 知远"


@pytest.mark.parametrize(
    ("words", "title", "marked"),
    [("县人大常务委员会委员职务", "委员", [8]), ("县人民代表大 会代表", "代表", [8]), ("副主任委员", "主任委员", [1])],
)
def test_a_title_is_marked_and_not_the_body_whose_name_holds_it(
    small: Page, words: str, title: str, marked: list[int]
) -> None:
    parts = small.evaluate(
        "(asked) => KG.marked(...asked).map((part) => [part.tagName || '', part.textContent || part])", [words, [title]]
    )
    starts = [sum(len(text) for _, text in parts[:at]) for at, (tag, _) in enumerate(parts) if tag == "MARK"]
    assert starts == marked


@pytest.mark.parametrize("words", ["县人大常委会", "云岭县人民代表大会常务委员会", "人民代表大会常务委员会"])
def test_search_finds_a_body_by_any_of_its_names(small: Page, words: str) -> None:
    search(small, words)
    assert small.inner_text("#panel h2") == "云岭县人民代表大会常务委员会"
    assert events(small) == ["decision", "present", "elect"]


def test_two_people_of_one_name_are_told_apart(small: Page) -> None:
    small.fill("#search", "高原")
    assert sorted(small.locator("#found .name").all_inner_texts()) == ["高原（云岭县）", "高原（河湾县）"]


def test_two_people_of_one_name_in_one_place_are_told_apart_by_their_posts(small: Page) -> None:
    small.fill("#search", "周禾")
    assert small.locator("#found .name").all_inner_texts() == ["周禾（档案局局长）", "周禾（档案局副局长）"]
    small.keyboard.press("Enter")
    assert small.inner_text("#panel h2") == "周禾"
    small.click("#panel .goto:has-text('周禾（档案局副局长）')")
    small.wait_for_selector("#panel .title:has-text('副局长')")


def test_a_click_on_a_node_opens_its_facts_and_a_body_leads_on(small: Page) -> None:
    small.mouse.click(*place(small, "林知远"))
    small.wait_for_selector("#panel h2:has-text('林知远')")
    small.click("#panel .goto.body >> nth=1")
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
    assert "lines 12–14" in small.inner_text("#panel .fact:not(.said) >> nth=0")
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


def kinds(page: Page) -> list[str | None]:
    """The kinds of statements that the panel shows, in its order."""
    return [row.get_attribute("data-kind") for row in page.query_selector_all("#panel .said")]


def test_the_panel_tells_what_reports_say_of_a_body(small: Page) -> None:
    search(small, "云岭县档案局")
    assert kinds(small) == ["duty", "project", "opinion", "opinion", "answer"]
    text = small.inner_text("#panel")
    for words in (
        "牵头",
        "开工",
        "1.5亿元",
        "没有找到答复",
        "早日开工",
        "答复 2022-08-19（30天后）",
        "第70行",
        "收到的意见建议\n2",
    ):
        assert words in text
    assert small.inner_text("#panel .said >> nth=0 >> mark >> nth=0") == "牵头"


def test_topics_tell_the_agenda_and_findings_their_sides(small: Page) -> None:
    search(small, "云岭县人民代表大会常务委员会")
    assert kinds(small) == ["opinion", "opinion", "topic", "finding"]
    text = small.inner_text("#panel")
    for words in ("主任会议", "列入议程 2023-04-02 第九次会议", "人数、件数不符", "5人与6人不合", "出席5人", "第97行"):
        assert words in text
    assert "5 ≠ 6" not in text
    small.click("#lang-en")
    english = small.inner_text("#panel .said[data-kind=finding]")
    assert "Counts differ" in english and "5 ≠ 6" in english and "5人与6人不合" not in english


def test_a_finding_is_told_to_no_one_else(small: Page) -> None:
    search(small, "林知远")
    assert kinds(small) == ["duty"]


def test_the_lens_of_duties_is_switched_to_and_stands_in_the_address(small: Page) -> None:
    small.click("#lens-duties")
    assert "lens=duties" in small.url
    assert small.get_attribute("#lens-duties", "aria-pressed") == "true"
    assert "另有1个项目未写明由谁负责" in small.inner_text("#sentence")
    labels = small.evaluate("KG.edges.get().map((edge) => edge.label)")
    assert {"牵头", "协助", "项目单位"} <= set(labels)
    colours = small.evaluate("new Set(KG.edges.get().map((edge) => edge.color.color)).size")
    assert colours == 3
    small.go_back()
    small.wait_for_function("KG.lens === 'posts'")
    assert "lens" not in small.url


def test_a_task_opens_and_leads_to_who_answers_for_it(small: Page) -> None:
    small.click("#lens-duties")
    small.mouse.click(*place(small, "整理旧档"))
    small.wait_for_selector("#panel h2:has-text('整理旧档')")
    assert small.locator("#panel .rows .goto").all_inner_texts() == ["云岭县档案局", "林知远"]
    small.click("#panel .rows .goto >> nth=1")
    small.wait_for_selector("#panel h2:has-text('林知远')")
    assert small.evaluate("KG.lens") == "duties"


def test_an_edge_between_a_body_and_its_task_opens_the_duty(small: Page) -> None:
    small.click("#lens-duties")
    (x, y), (u, v) = place(small, "整理旧档"), place(small, "云岭县档案局")
    small.mouse.click(x + (u - x) * 0.6, y + (v - y) * 0.6)
    small.wait_for_selector("#panel h2.pair")
    assert kinds(small) == ["duty"]
    assert "link=" in small.url and "lens=duties" in small.url


def test_search_finds_tasks_from_either_lens_and_people_without_duties(small: Page) -> None:
    search(small, "河滨步道")
    assert small.inner_text("#panel h2") == "河滨步道工程"
    assert "未写明由谁负责" in small.inner_text("#panel")
    assert small.evaluate("[KG.lens, KG.nodes.length]") == ["projects", 2]
    search(small, "高原")
    assert small.evaluate("KG.lens") == "posts"


def test_an_address_opens_a_lens_in_english(chromium: Browser, files: Path) -> None:
    address = "lens=duties&lang=en&id=" + quote("body/云岭县档案局")
    for seen in opened(chromium, files / "small.html", address):
        assert "strongest role" in seen.page.inner_text("#sentence")
        assert seen.page.inner_text("#panel h3 >> nth=0").startswith("Responsibilities")
        assert "no answer found" in seen.page.inner_text("#panel")


def test_the_legend_hides_a_kind_of_role(small: Page) -> None:
    small.click("#lens-duties")
    small.click("[data-key=acts]")
    hidden = small.evaluate("KG.nodes.get().filter((node) => node.hidden).map((node) => KG.data.nodes[node.id].name)")
    assert hidden == ["云岭县档案馆迁建工程"]


def test_hostile_tasks_are_only_text(small: Page) -> None:
    small.click("#lens-duties")
    small.evaluate("KG.go(KG.data.nodes.find((node) => node.kind === 'task' && node.name.includes('onerror')))")
    assert small.inner_text("#panel h2") == HOSTILE
    assert small.query_selector("#panel img") is None


def test_thousands_of_duties_show_a_few_hundred_nodes(big: Page) -> None:
    big.click("#lens-duties")
    assert big.evaluate("KG.nodes.length") <= 200
    search(big, "任务3599")
    assert big.evaluate("KG.nodes.length") == 10


def test_both_lenses_fit_a_phone(phone: Page) -> None:
    phone.click("#lens-duties")
    search(phone, "云岭县档案局")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    box = phone.locator("#search").bounding_box()
    assert box is not None and box["width"] > 150


def spoken(page: Page) -> list[str]:
    """The times of the tenures that the panel shows, in its order."""
    return [" ".join(times.split()) for times in page.locator("#panel .tenure .times").all_inner_texts()]


def pieces(page: Page, row: int) -> list[str]:
    """The pieces of the bar of a tenure: their kinds, from the left."""
    found: list[str] = page.evaluate(
        """row => [...document.querySelectorAll("#panel .tenure")[row].querySelectorAll(".bar-of-time .piece")]
          .sort((one, other) => parseFloat(one.style.left) - parseFloat(other.style.left))
          .map((piece) => piece.className.replace("piece ", ""))""",
        row,
    )
    return found


def ask_day(page: Page, day: str) -> None:
    """Ask for a day in the box."""
    page.fill("#day", day)
    page.dispatch_event("#day", "change")
    page.locator("#day").blur()


def states(page: Page) -> dict[str, str]:
    """How every relation that is drawn stands, by the name of the person."""
    found: dict[str, str] = page.evaluate(
        """Object.fromEntries(KG.edges.get().map((edge) => KG.linkByKey.get(edge.id))
          .map((link) => [KG.data.nodes[link.leaf].name + link.title, KG.stateOf(link)]))"""
    )
    return found


def test_no_end_never_means_that_a_post_is_still_held(small: Page) -> None:
    assert states(small)["林知远副主任"] == "known"
    legend = small.locator("#legend-states .key").all_inner_texts()
    assert legend == ["任职，结束未知", "已离任", "任职，时间未知", "提名", "出席会议"]
    search(small, "林知远")
    assert spoken(small) == ["任命 2020-03-01 → 免职 2022-06-30", "当选 2022-07-01 → 结束未知", "开始未知 → 结束未知"]


def test_bars_are_solid_hatched_and_open(small: Page) -> None:
    search(small, "林知远")
    assert pieces(small, 0)[1:-1] == ["sure"]
    assert pieces(small, 1)[-2:] == ["maybe no-end", "moment"] or pieces(small, 1)[-2:] == ["moment", "maybe no-end"]
    assert pieces(small, 2) == ["maybe no-start no-end"]
    widths = small.evaluate("[...document.querySelectorAll('#panel .sure')].map((piece) => piece.offsetWidth)")
    assert max(widths) > 100


def test_an_inferred_end_says_from_what(small: Page) -> None:
    search(small, "周禾")
    assert spoken(small) == ["任命 2022-07-05 → 2023-02-01至2024-05-06之间离任 据职务接替推断"]
    assert pieces(small, 0)[-2:] == ["sure", "maybe"]
    small.click("#lang-en")
    assert spoken(small) == [
        "Appointed 2022-07-05 → left between 2023-02-01 and 2024-05-06 derived from the succession in the post"
    ]


def test_an_inferred_end_leads_to_the_facts_of_the_successor(small: Page) -> None:
    search(small, "周禾")
    small.click("#panel .tenure summary")
    small.wait_for_selector("#panel .tenure h4")
    assert small.inner_text("#panel .tenure h4") == "推断所据"
    rows = small.locator("#panel .tenure h4 + .facts .fact").all_inner_texts()
    assert len(rows) == 1
    assert "任命孟川为县档案局局长" in rows[0] and "第66行" in rows[0]


def test_a_post_known_from_one_mention_has_no_certain_bounds(small: Page) -> None:
    search(small, "高原")
    small.evaluate("KG.go(KG.byId.get('person/河湾县/高原'))")
    assert spoken(small) == ["最晚2022-07-31已在任 → 结束未知"]
    assert pieces(small, 0)[0] == "maybe no-start"
    assert "maybe no-end" in pieces(small, 0)
    small.click("#lang-en")
    assert spoken(small) == ["in office by 2022-07-31 → end unknown"]


def test_a_tenure_opens_its_evidence_with_the_keyboard(small: Page) -> None:
    search(small, "林知远")
    assert small.locator("#panel .tenure .fact").count() == 0
    small.focus("#panel .tenure summary >> nth=0")
    small.keyboard.press("Enter")
    small.wait_for_selector("#panel .tenure .fact")
    rows = small.locator("#panel .tenure .fact").all_inner_texts()
    assert len(rows) == 2
    assert "任命林知远为县档案局局长" in rows[0] and "第12–14行" in rows[0]
    assert "免去林知远的县档案局局长职务" in rows[1]


def test_a_body_lists_who_held_which_post_one_after_the_other(small: Page) -> None:
    search(small, "云岭县档案局")
    heads = [" ".join(row.split()) for row in small.locator("#panel .tenure > .head").all_inner_texts()]
    assert heads == ["高原（河湾县） 科长", "林知远 局长 试用期一年", "周禾（档案局局长） 局长", "孟川 局长"]
    assert "其他人员" in small.inner_text("#panel")
    assert small.inner_text("#panel .rows .title >> nth=0") == "副局长"


def test_a_day_parts_the_certain_from_the_possible_and_the_rest(small: Page) -> None:
    ask_day(small, "2022-07-10")
    assert states(small) == {
        "林知远局长": "out", "林知远副主任": "possible", "高原科长": "possible", "周禾局长": "certain",
        "周禾副局长": "out", "孟川局长": "out", HOSTILE + HOSTILE: "possible",
    }  # fmt: skip
    assert "2022-07-10在任：确定1人，可能3人" in small.inner_text("#sentence")
    assert small.locator("#legend-states .key").count() == 3
    dashes = small.evaluate(
        "Object.fromEntries(KG.edges.get().map((edge) => [KG.stateOf(KG.linkByKey.get(edge.id)), edge.dashes]))"
    )
    assert (dashes["certain"], dashes["possible"]) == (False, [7, 5])
    small.click("[data-key=possible]")
    hidden = small.evaluate("KG.nodes.get().filter((node) => node.hidden).map((node) => KG.data.nodes[node.id].name)")
    assert sorted(hidden) == sorted(["高原", HOSTILE])


def test_bounds_are_half_open(small: Page) -> None:
    found = {}
    for day in ("2020-02-29", "2020-03-01", "2022-06-29", "2022-06-30"):
        ask_day(small, day)
        found[day] = states(small)["林知远局长"]
    assert list(found.values()) == ["out", "certain", "certain", "out"]


def test_a_day_stands_in_the_address_and_stays_with_the_choice(small: Page) -> None:
    ask_day(small, "2023-03-01")
    search(small, "周禾")
    assert "on=2023-03-01" in small.url
    assert "当日可能在任" in small.inner_text("#panel .tenure")
    assert small.locator("#panel .piece.day").count() == 1
    small.keyboard.press("Escape")
    assert "on=2023-03-01" in small.url
    small.click("#no-day")
    assert "on=" not in small.url
    assert states(small)["林知远局长"] == "left"
    small.go_back()
    small.wait_for_function("KG.day === '2023-03-01'")
    assert small.input_value("#day") == "2023-03-01"


@pytest.mark.parametrize("day", ["2023-02-31", "yesterday", HOSTILE, "2023"])
def test_an_address_with_no_day_asks_for_none(chromium: Browser, files: Path, day: str) -> None:
    for seen in opened(chromium, files / "small.html", "lang=zh&on=" + quote(day)):
        assert seen.page.evaluate("KG.day") is None
        assert seen.page.input_value("#day") == ""


def test_an_address_with_a_day_opens_in_english(chromium: Browser, files: Path) -> None:
    address = "lang=en&on=2022-07-10&id=" + quote("person/云岭县/周禾")
    for seen in opened(chromium, files / "small.html", address):
        assert "In office on 2022-07-10: 1 people certainly" in seen.page.inner_text("#sentence")
        assert "Certainly in office" in seen.page.inner_text("#panel .tenure")
        assert seen.page.locator("#legend-states .key").all_inner_texts()[0] == "Certainly in office"


def test_what_bodies_are_part_of_is_not_asked_by_the_day_but_keeps_it(small: Page) -> None:
    ask_day(small, "2022-07-10")
    small.click("#lens-bodies")
    assert not small.is_visible("#day")
    assert small.evaluate("[KG.day, KG.asked]") == [None, None]
    small.click("#lens-posts")
    assert small.evaluate("KG.day") == "2022-07-10"


def test_a_hostile_tenure_is_only_text(small: Page) -> None:
    search(small, "onerror")
    assert HOSTILE in small.inner_text("#panel .tenure > .head")
    small.click("#panel .tenure summary")
    small.wait_for_selector("#panel .tenure .fact")
    assert "推断" in small.inner_text("#panel .tenure .times")
    assert small.query_selector("#panel img") is None


def test_a_day_among_thousands_is_answered_at_once(big: Page) -> None:
    took = big.evaluate(
        "(() => { const start = performance.now(); KG.judge('2024-01-01'); return performance.now() - start; })()"
    )
    assert took < 300
    assert big.evaluate("KG.data.links.filter((link) => link.now === 'possible').length") == 3600


def test_a_phone_asks_for_a_day_without_scrolling_sideways(phone: Page) -> None:
    ask_day(phone, "2022-07-10")
    search(phone, "林知远")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.is_visible("#day")
