"""The SPARQL that is taken away asks for what the table holds that is taken away of the same view."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.network.ask import records
from kg.publish.view.write import view
from kg.query import Graph, open_graph
from kg.query.sparql import Table, ask
from tests.browser.pages import opened
from tests.browser.test_lenses import taken

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Row = tuple[str, ...]
BASE = "https://example.org/gz/id/"
BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")
# The columns of an answer that tell the two ends of a relation, from the leaf to the hub.
ENDS = {
    "duties": ("object", "one"), "meetings": ("one", "other"), "bodies": ("one", "other"), "projects": ("one", "other"),
}  # fmt: skip
COUNTY = "body/云岭省松河市青梧区人民政府"
VIEWS = {
    "posts": ("", "hide=county", "hide=government,party", "hide=left", "on=2023-10-01&hide=out", f"within={COUNTY}",
              "on=2023-01-01&until=2024-06-30&hide=possible,noLevel", "as=bars&hide=county"),
    "people": ("", "hide=congress,town", f"within={COUNTY}"),
    "duties": ("", "hide=lead", "hide=person", "on=2024-01-01", "on=2024-01-01&until=2024-12-31&hide=answer,town",
               f"within={COUNTY}"),
    "meetings": ("", "hide=present,on_leave", "hide=county", "on=2023-10-01&hide=observer",
                 "on=2023-09-01&until=2024-05-31", "hide=noLevel,decided"),
    "bodies": ("", "hide=party", "hide=county", f"within={COUNTY}"),
    "projects": ("", "hide=other", "hide=completed", "on=2024-01-01", "on=2024-01-01&until=2024-12-31&hide=planned",
                 f"within={COUNTY}&hide=town"),
}  # fmt: skip


@pytest.fixture(scope="module")
def graph(examples_build: Path) -> Graph:
    return open_graph(examples_build)


@pytest.fixture(scope="module")
def whole(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The viewer with room for all there is: a question knows no room."""
    path = tmp_path_factory.mktemp("whole") / "index.html"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kg.network.choose.SCREEN", (math.inf, math.inf))
        path.write_text(view(records(graph.store, graph.prefixes), limit=100_000), encoding="utf-8")
    yield path


def table(page: Page) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(taken(page, "csv").decode("utf-8-sig"))))


def answered(graph: Graph, page: Page) -> list[dict[str, str]]:
    """The answer to the text as it stands."""
    page.click("#take summary")
    page.click("#take-sparql")
    found = ask(graph, page.input_value("#sparql-text"))
    page.click("#close-sparql")
    assert isinstance(found, Table)
    return [
        {name: "" if value is None else str(value) for name, value in zip(found.columns, row, strict=True)}
        for row in found.rows
    ]


def tenures(rows: list[dict[str, str]]) -> list[Row]:
    names = ("from_id", "to_id", "title", *BOUNDS)
    return sorted({tuple(row[name] for name in names) for row in rows if row["event"] == "tenure"})


def asked_tenures(rows: list[dict[str, str]]) -> list[Row]:
    names = ("one", "other", "title", "startEarliest", "startLatest", "endEarliest", "endLatest")
    return sorted({tuple(row[name].removeprefix(BASE) for name in names) for row in rows})


def pairs(rows: list[dict[str, str]], lens: str) -> list[Row]:
    leaf = "from" if lens == "duties" else "from_id"
    # A project of nobody stands with its kind, which is no thing of the graph.
    return sorted({(row[leaf], "" if row["to_id"].startswith("sector/") else row["to_id"]) for row in rows})


def asked_pairs(rows: list[dict[str, str]], lens: str) -> list[Row]:
    return sorted({tuple(row[name].removeprefix(BASE) for name in ENDS[lens]) for row in rows})


def drawn(page: Page) -> set[str]:
    """What stands in the drawing, hidden or not: a body whose people all stand at others has no place in it."""
    return set(page.evaluate("KG.nodes.getIds().map((id) => KG.data.nodes[id].id)"))


def seen(chromium: Browser, path: Path, address: str) -> Iterator[Page]:
    for one in opened(chromium, path, f"lang=zh&{address}", width=1440, height=900):
        one.page.evaluate("KG.peopleLimit = KG.rowLimit = KG.withinLimit = 1e9")
        yield one.page


@pytest.mark.parametrize(("lens", "filters"), [(lens, one) for lens, some in VIEWS.items() for one in some])
def test_the_question_gives_what_the_table_holds(
    chromium: Browser, whole: Path, graph: Graph, lens: str, filters: str
) -> None:
    for page in seen(chromium, whole, f"lens={lens}&{filters}"):
        held, found = table(page), answered(graph, page)
        if lens in ENDS:
            assert pairs(held, lens) == asked_pairs(found, lens)
        else:
            found = [row for row in found if lens == "people" or row["other"].removeprefix(BASE) in drawn(page)]
            assert tenures(held) == asked_tenures(found)
        assert found


@pytest.mark.parametrize("time", ["on=2023-10-01", "on=2023-01-01&until=2024-06-30"])
def test_the_question_tells_who_was_in_office_at_the_time_that_is_asked(
    chromium: Browser, whole: Path, graph: Graph, time: str
) -> None:
    for page in seen(chromium, whole, time):
        held = {(row["from_id"], row["to_id"]): row["state"] for row in table(page) if row["event"] == "tenure"}
        told: dict[Row, set[str]] = {}
        for row in answered(graph, page):
            told.setdefault((row["one"].removeprefix(BASE), row["other"].removeprefix(BASE)), set()).add(row["state"])
        best = {pair: min(states, key=("certain", "possible", "out").index) for pair, states in told.items()}
        assert {pair: best[pair] for pair in held} == held
        assert set(held.values()) == {"certain", "possible", "out"}


def test_the_text_says_what_a_question_cannot(chromium: Browser, whole: Path) -> None:
    for page in seen(chromium, whole, "hide=county"):
        page.click("#take summary")
        page.click("#take-sparql")
        assert "图中放不下的也在内" in page.inner_text("#sparql-says")


@pytest.mark.parametrize("lens", ["posts", "duties", "meetings", "bodies", "projects"])
def test_what_is_chosen_is_asked_alone(chromium: Browser, whole: Path, graph: Graph, lens: str) -> None:
    for page in seen(chromium, whole, f"lens={lens}"):
        everything = answered(graph, page)
        name, iri = page.evaluate(
            """() => {
              const link = KG.linksAsked(KG.lens).find((link) => KG.data.nodes[link.hub].kind !== "sector");
              const leaf = KG.data.nodes[link.leaf];
              KG.go(leaf);
              return [leaf.name, leaf.id];
            }"""
        )
        found = answered(graph, page)
        assert 0 < len(found) < len(everything)
        assert all(name == row.get("object") or BASE + iri in row.values() for row in found)
