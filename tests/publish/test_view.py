from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

import kg.publish.view
from kg.lexicon import load
from kg.model.errors import OutputError
from kg.publish.view import write_view
from kg.publish.view.drawn import OPTIONS, drawn, vis_script
from kg.publish.view.page import as_json, packed
from kg.publish.view.write import view
from kg.store import create
from tests.viewer_samples import HOSTILE, many, sample


class Page(HTMLParser):
    """The elements of a page and the text of its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag == "script"
        if self.inside:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.scripts[-1] += data


@pytest.fixture(scope="module")
def page() -> str:
    return view(sample())


def test_nothing_in_the_page_is_loaded_from_elsewhere(page: str) -> None:
    for tag, attributes in Page(page).tags:
        assert tag not in {"iframe", "object", "embed", "base", "img"}
        for name in ("src", "href", "action", "srcset"):
            assert (attributes.get(name) or "#").startswith(("#", "data:")), (tag, attributes)
    assert "sourceMappingURL" not in page
    assert not re.search(r"url\(|@import", page[page.index("<style>") : page.index("</style>")])


def test_the_policy_allows_exactly_our_scripts_and_style(page: str) -> None:
    found = Page(page)
    policy = next(attributes["content"] or "" for tag, attributes in found.tags if "http-equiv" in attributes)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    data, *scripts = found.scripts
    assert json.loads(data)["nodes"]
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_hostile_names_stay_text(page: str) -> None:
    assert 'onerror=\\"window' in page
    assert "<img" not in page
    assert page.count("</script>") == 3
    names = [node["name"] for node in json.loads(Page(page).scripts[0])["nodes"]]
    assert names.count(HOSTILE) == 4


def test_no_handler_stands_in_the_markup(page: str) -> None:
    assert not [name for _, attributes in Page(page).tags for name in attributes if name.startswith("on")]


def test_json_has_no_sign_that_ends_a_script() -> None:
    text = as_json({"a": "<!--</script>&\u2028"})
    assert not set(text) & set("<>&\u2028")
    assert json.loads(text) == {"a": "<!--</script>&\u2028"}


def test_everybody_is_in_the_data_but_few_are_drawn() -> None:
    data = json.loads(Page(view(many(100, 9))).scripts[0])
    assert len(data["nodes"]) == 1900
    assert len(data["views"]["posts"]["nodes"]) <= 200
    assert sum(data["views"]["posts"]["shown"]) == len(data["views"]["posts"]["nodes"])
    assert sum(data["views"]["posts"]["leftOut"][:2]) == 1000 - len(data["views"]["posts"]["nodes"])


def test_duties_are_a_lens_of_their_own() -> None:
    data = json.loads(Page(view(many(100, 9))).scripts[0])
    drawn_first = data["views"]["duties"]
    assert len(drawn_first["nodes"]) <= 200
    assert sum(drawn_first["shown"]) == len(drawn_first["nodes"])
    assert {link["lens"] for link in data["links"]} == {"posts", "duties"}
    assert all(data["nodes"][link["leaf"]]["kind"] == "task" for link in data["links"] if link["lens"] == "duties")


def test_facts_carry_gazette_lines_and_words(page: str) -> None:
    data = json.loads(Page(page).scripts[0])
    fact = next(fact for fact in data["facts"] if fact["event"] == "remove")
    ((gazette, lines, words, item, _),) = fact["quotes"]
    assert data["gazettes"][gazette]["stem"] == "yunling-2022-3"
    assert (lines, data["words"][words], data["items"][item]) == ([40], "免去林知远的县档案局局长职务", "任免名单")


def test_tenures_name_their_bounds_and_facts_and_links_name_tenures(page: str) -> None:
    data = json.loads(Page(page).scripts[0])
    tenure = next(one for one in data["tenures"] if one.get("endFrom"))
    assert tenure["bounds"] == ["2022-07-05", "2022-07-05", "2023-02-01", "2024-05-06"]
    assert [data["facts"][fact]["event"] for fact in tenure["opened"] + tenure["attested"]] == ["appoint", "position"]
    links = [link for link in data["links"] if link.get("tenures") == [data["tenures"].index(tenure)]]
    assert [(link["leaf"], link["hub"], link["state"]) for link in links] == [
        (tenure["person"], tenure["body"], "left")
    ]
    assert len({node["label"] for node in data["nodes"] if node["name"] == "周禾"}) == 2


def test_the_same_records_give_the_same_page(page: str) -> None:
    assert view(sample()) == page


def test_pyvis_draws_without_physics() -> None:
    found = drawn(
        [{"id": 1, "label": "a", "x": 0, "y": 0}, {"id": 2, "label": "b", "x": 9, "y": 9}], [{"from": 1, "to": 2}]
    )
    assert OPTIONS["physics"] is False
    assert [(node["id"], node["x"]) for node in found["nodes"]] == [(1, 0), (2, 9)]
    assert "vis" in vis_script()


def test_an_empty_store_has_a_page_too(tmp_path: Path) -> None:
    write_view(create(), tmp_path / "index.html")
    assert (tmp_path / "index.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_unwritable_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_view(create(), tmp_path / "absent" / "index.html")


def test_texts_are_packed_and_the_same_each_time() -> None:
    assert gzip.decompress(base64.b64decode(packed("任免名单\n"))).decode() == "任免名单\n"
    assert packed("任免名单") == packed("任免名单")
    assert packed(None) == ""


def test_a_page_holds_the_texts_of_its_gazettes(examples_build: Path) -> None:
    page = (examples_build / "index.html").read_text(encoding="utf-8")
    data = json.loads(Page(page).scripts[0])
    texts = {
        gzip.decompress(base64.b64decode(found)).decode()
        for found in re.findall(r'type="application/gzip" id="text-\d+">([^<]+)<', page)
    }
    assert len(texts) == len(data["gazettes"])
    assert texts == {path.read_text(encoding="utf-8") for path in (examples_build / "texts").iterdir()}


def test_every_lens_says_what_it_left_out(page: str) -> None:
    data = json.loads(Page(page).scripts[0])
    assert list(data["views"]) == ["posts", "duties", "meetings", "bodies", "projects"]
    for view_of in data["views"].values():
        assert sum(view_of["shown"]) == len(view_of["nodes"])
    assert sorted(data["sparql"]) == sorted(data["views"])


def test_the_page_of_the_reference_gazettes_is_small(shared_build: Path) -> None:
    assert (shared_build / "index.html").stat().st_size < 5_000_000


def test_no_script_takes_the_name_of_another() -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in Path(kg.publish.view.__file__).parent.glob("*.js"))
    names = Counter(re.findall(r"^KG\.(\w+) = ", scripts, re.MULTILINE))
    assert names["question"] == 1
    assert [name for name, count in names.items() if count > 1] == []


def test_every_kind_of_finding_has_its_words() -> None:
    words = (Path(kg.publish.view.__file__).parent / "words.js").read_text(encoding="utf-8")
    told = words.partition("KG.findingKinds = {")[2].partition("};")[0]
    pairs = re.findall(r'^  (\w+): \["([^"]*[一-龥][^"]*)", "([^"一-龥]+)"\],$', told, re.MULTILINE)
    assert {name for name, _, _ in pairs} == {message.kind for message in load().findings.values()}
