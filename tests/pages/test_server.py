"""Pages as a server gives them to browsers, beside what programs get at the same address."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from kg.publish.pages.words import WORDS, words
from tests.pages.markup import Markup

BASE = "https://example.org/gz/"
PERSON = "/id/person/云岭省松河市青梧区/安正清"
POST = "/id/post/云岭省松河市青梧区财政局/局长"
BODY = "/id/body/云岭省松河市青梧区财政局"
MEETING = "/id/meeting/云岭省松河市青梧区人民代表大会常务委员会/7-13"


def page(reader: httpx.Client, path: str, **asked: str) -> Markup:
    answer = reader.get(path, params=asked or None)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8"), answer.text
    return Markup(answer.text)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (PERSON, ("安正清", "云岭省松河市青梧区财政局局长", "任命安正清同志为青梧区财政局局长", "2025-06-26")),
        (POST, ("秦月明", "安正清", "明亮")),
        (BODY, ("云岭省松河市青梧区财政局局长", "安正清")),
        (MEETING, ("石坚同志为青梧区绿化和市容管理局局长",)),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_thing_has_a_page_with_the_words_that_state_it(
    reader: httpx.Client, path: str, told: tuple[str, ...], language: str
) -> None:
    found = page(reader, path, lang=language)
    assert all(words in found.text for words in told)
    assert ("All statements" in found.text) == (language == "en")


def test_terms_are_called_as_the_ontology_calls_them(reader: httpx.Client) -> None:
    assert "任命" in page(reader, PERSON, lang="zh").text
    assert "holding of a post" in page(reader, "/describe", iri=BASE + "ontology#Tenure", lang="en").text


def test_statements_of_a_fact_are_called_so_too(reader: httpx.Client) -> None:
    text = page(reader, PERSON, lang="zh").text
    assert "gz:decidedAt" not in text
    assert "gz:decidedBy" not in text


def test_every_link_of_a_page_leads_somewhere(reader: httpx.Client) -> None:
    own = sorted({link for link in page(reader, PERSON).links if link.startswith("/")} - {"/viewer?lang=en"})
    assert len(own) > 20
    assert [link for link in own if reader.get(link).status_code != 200] == []


@pytest.mark.parametrize("asked", [{"Accept": "text/turtle"}, {"Accept": "*/*"}, {"Accept": "application/ld+json"}])
def test_programs_get_data_at_the_same_address(reader: httpx.Client, asked: dict[str, str]) -> None:
    for path in (PERSON, "/sparql", "/status"):
        assert "html" not in reader.get(path, headers=asked).headers["content-type"]


def test_a_browser_may_name_a_format(reader: httpx.Client) -> None:
    assert reader.get(PERSON, params={"format": "text/turtle"}).headers["content-type"].startswith("text/turtle")
    answer = reader.get("/sparql", params={"query": "ASK {}", "format": "csv"})
    assert answer.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize(("header", "language"), [("en-GB,zh;q=0.5", "en"), ("zh-CN,en", "zh-Hans"), ("fr", "zh-Hans")])
def test_the_language_is_that_of_the_browser(reader: httpx.Client, header: str, language: str) -> None:
    assert f'<html lang="{language}">' in reader.get("/", headers={"Accept-Language": header}).text


def test_the_first_page_counts_and_leads_to_lists(reader: httpx.Client) -> None:
    found = page(reader, "/")
    people = next(link for link in found.links if link.startswith("/list/Person"))
    assert "安正清" in page(reader, people).text


@pytest.mark.parametrize(
    ("typed", "told"),
    [("安正清", "by the whole name"), ("anzhengqing", "by pinyin"), ("azq", "by initials"), ("区财政局", "shortened")],
)
def test_a_search_tells_how_it_found(reader: httpx.Client, typed: str, told: str) -> None:
    found = page(reader, "/search", q=typed)
    assert told in found.text
    assert [link for link in found.links if link.startswith("/id/")]


@pytest.mark.parametrize(
    "typed", ["", "查无此名", "\udfff".encode("utf-8", "surrogatepass").decode("latin-1"), "x" * 5000]
)
def test_a_search_that_finds_nothing(reader: httpx.Client, typed: str) -> None:
    assert not [link for link in page(reader, "/search", q=typed).links if link.startswith("/id/")]


@pytest.mark.parametrize(
    "path",
    ["/id/person/none", "/list/None", "/list/Person?page=99", "/list/Person?page=x", "/describe", "/static/../app.py",
     "/static/%2e%2e%2flinks.py", "/static/none.js", "/describe?iri=%3Ex%3C", "/describe?iri=http://%5B", "/describe?iri=gz:None"],
)  # fmt: skip
def test_what_is_unknown(reader: httpx.Client, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 404
    if not path.startswith("/static"):
        assert "The graph holds nothing of this" in Markup(answer.text).text


def test_a_question_of_the_library_is_filled_in(reader: httpx.Client) -> None:
    known = reader.get("/query-data", params={"lang": "zh"}).json()
    one = next(one for one in known["questions"] if one["parameters"])
    filled = reader.get(f"/fill/{quote(one['name'])}", params=one["example"])
    assert filled.status_code == 200
    assert reader.post("/sparql", data={"query": filled.text}, headers={"Accept": "*/*"}).status_code == 200
    refused = reader.get(f"/fill/{quote(one['name'])}", params={"none": "1"})
    assert (refused.status_code, "no parameter" in refused.text) == (400, True)


def test_terms_to_complete_have_labels_in_both_languages(reader: httpx.Client) -> None:
    terms = reader.get("/query-data").json()["terms"]
    assert len(terms) > 100
    assert [term["name"] for term in terms if not (term["zh"] and term["en"])] == []


def test_nothing_is_said_in_one_language_alone() -> None:
    assert [name for name, both in WORDS.items() if not (both[0].strip() and both[1].strip())] == []
    assert words("zh").keys() == words("en").keys()


def test_an_item_is_shown_as_it_is_printed(reader: httpx.Client, examples_build: Path) -> None:
    query = "SELECT ?item { ?item a gz:GazetteItem ; gz:startLine ?first FILTER(?first > 1) } ORDER BY ?item LIMIT 1"
    found = reader.get("/sparql", params={"query": query, "format": "json"}).json()["results"]["bindings"]
    item = found[0]["item"]["value"]
    answer = reader.get(item.removeprefix(BASE.rstrip("/")))
    numbers = [int(number) for number in re.findall(r'<li value="(\d+)"', answer.text)]
    assert numbers == list(range(numbers[0], numbers[-1] + 1))
    texts = [path.read_text(encoding="utf-8").split("\n") for path in (examples_build / "texts").iterdir()]
    line = re.search(rf'id="line-{numbers[0]}">(.+)</li>', answer.text)
    assert line
    assert unescape(line[1]) in [text[numbers[0] - 1] for text in texts if len(text) >= numbers[0]]


@pytest.mark.parametrize(
    ("language", "told", "other", "kind"),
    [
        ("zh", "标题为第14次会议，题注为第13次会议", "the title names session 14", "会议不符"),
        (
            "en",
            "the title names session 14, the note below it session 13",
            "标题为第14次",
            "a meeting and its note differ",
        ),
    ],
)
def test_a_finding_speaks_the_language_of_the_page(
    reader: httpx.Client, language: str, told: str, other: str, kind: str
) -> None:
    listed = page(reader, "/list/Finding", lang=language)
    assert told in listed.text and other not in listed.text
    finding = next(link for link in listed.links if "/id/finding/62b0ab976dfd22c1/" in link)
    shown = page(reader, finding.partition("?")[0], lang=language).text
    assert told in shown and kind in shown
    assert other not in shown and "meeting_mismatch" not in shown


def test_a_meeting_is_told_at_one_look(reader: httpx.Client) -> None:
    found = page(reader, MEETING, lang="zh")
    glance = found.text.partition("会议一览")[2].partition("公报原文所述")[0]
    for told in (
        "关于批准《青梧区2022年财政决算》的决议",
        "关于本区养老服务设施建设情况的调研报告",
        "安正清",
        "青梧区财政局局长",
    ):
        assert told in glance
    assert "任命" in glance and "出席" in glance and "请假" in glance
    assert not re.search("[a-z]{4}", glance)
    english = (
        page(reader, MEETING, lang="en").text.partition("The meeting at a glance")[2].partition("What gazettes")[0]
    )
    assert "appointment" in english and "安正清" in english
    assert "会议一览" not in page(reader, PERSON, lang="zh").text


def test_a_gazette_tells_where_it_contradicts_itself(reader: httpx.Client) -> None:
    def issue(language: str, stem: str) -> str:
        listed = page(reader, "/list/GazetteIssue", lang=language)
        shown = (page(reader, link.partition("?")[0], lang=language).text for link in listed.links if "/id/" in link)
        return next(text for text in shown if stem in text)

    chinese, english = issue("zh", "qingwu-2023-4"), issue("en", "qingwu-2023-4")
    assert "自相矛盾之处" in chinese and "标题为第14次会议，题注为第13次会议" in chinese
    assert "Where it contradicts itself" in english and "the title names session 14" in english
    assert "青梧区第七届人大常委会第十四次会议议程" in chinese and "第 298 行" in chinese
    assert "自相矛盾之处" not in issue("zh", "fengli-2016")


def test_why_a_post_was_held_is_said_in_the_language_of_the_page(reader: httpx.Client) -> None:
    chinese, english = (page(reader, PERSON, lang=language).text for language in ("zh", "en"))
    assert "2025-06-26任命；结束不明" in chinese
    assert "任命 appointed 2025-06-26; end unknown" in english
    assert not re.search(r"unknown|appointed|the same|passage|true|false", chinese)


def test_why_a_person_is_one_is_said_in_the_language_of_the_page(reader: httpx.Client) -> None:
    chinese, english = (page(reader, PERSON, lang=language).text for language in ("zh", "en"))
    assert re.search(r"一处同时写明两职|同一职务：|同一单位：", chinese)
    assert re.search(r"one passage names both|the same post:|one institution:", english)
    assert not re.search(r"一处同时写明两职|同一职务：|同一单位：", english)
