#!/usr/bin/env python3
"""The viewer beside the page that pyvis makes by default: scripts/bench viewer [NODES [EDGES [PYVIS-NODES]]].

An invented institution of 10,000 nodes and 30,000 edges is written as a viewer and opened in a browser without a
network. Told are the time until the first view is drawn and a search is answered, how often a second a drawing that is
dragged is drawn anew, and, for 3,000 nodes of the same institution, the time that pyvis's default page needs until it
has come to rest. A page that has not after PATIENCE seconds is told as that.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kg.network.build import network
from kg.network.records import Body, Fact, GazetteInfo, Person, Quote, Records, Tenure
from kg.publish.view.write import view

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BASE = "https://example.org/gz/id/"
PATIENCE = 180
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"]


def institution(nodes: int, edges: int) -> Records:
    """A tenth are bodies, the rest are people, who each held posts in several of them; no chance in it."""
    bodies = tuple(Body(f"{BASE}body/{n}", f"云岭县第{n}局", "department") for n in range(nodes // 10))
    people = tuple(Person(f"{BASE}person/{n}", f"人{n}", "云岭县") for n in range(nodes - len(bodies)))
    pairs = dict.fromkeys(
        (number % len(people), (number * 7919 + number // len(people)) % len(bodies)) for number in range(edges)
    )
    held = [(f"{number:06}", people[who].id, bodies[where].id) for number, (who, where) in enumerate(pairs)]
    facts = tuple(
        Fact(
            f"f{number}", "appoint", who, where, "科员", "2020-01-01", quotes=(Quote("g", (int(number) + 1,), "任命"),)
        )
        for number, who, where in held
    )
    day = "2020-01-01"
    tenures = tuple(
        Tenure(f"t{number}", who, where, "科员", day, day, day, opened=(f"f{number}",)) for number, who, where in held
    )
    return Records(people, bodies, facts, (GazetteInfo("g", "bench"),), tenures=tenures)


def pyvis_page(known: Records, limit: int) -> str:
    """The first `limit` people and bodies as anybody would draw them with pyvis."""
    from pyvis.network import Network

    graph = network(known)
    kept = [*(body.id for body in known.bodies[: limit // 10]), *(person.id for person in known.people)][:limit]
    inside = set(kept)
    drawn = Network(directed=True, cdn_resources="in_line")
    for node in kept:
        drawn.add_node(node, label=graph.nodes[node]["record"].name)
    for one, other in graph.edges(kept):
        if one in inside and other in inside:
            drawn.add_edge(one, other)
    page: str = drawn.generate_html()
    # What it waits for is told by the network itself.
    return page.replace("</body>", "<script>network.once('stabilized', () => (window.rested = true));</script></body>")


def opened(page: Page, path: Path) -> tuple[float, float]:
    """Seconds until the first view is drawn, and until a search is answered too."""
    begun = time.perf_counter()
    page.goto(path.as_uri() + "#lang=zh")
    page.wait_for_selector("html[data-ready]")
    page.evaluate("new Promise((drawn) => { KG.network.once('afterDrawing', drawn); KG.network.redraw(); })")
    drawn = time.perf_counter() - begun
    page.fill("#search", "人77")
    page.wait_for_selector("#found li .name")
    return drawn, time.perf_counter() - begun


def frames(page: Page) -> float:
    """How often a second the first view is drawn while it is dragged with the mouse."""
    page.fill("#search", "")
    page.keyboard.press("Escape")
    box = page.locator("#network").bounding_box()
    assert box is not None
    page.evaluate("window.drawn = 0; KG.network.on('afterDrawing', () => (window.drawn += 1))")
    x, y = box["x"] + 12, box["y"] + box["height"] - 12
    page.mouse.move(x, y)
    page.mouse.down()
    begun = time.perf_counter()
    for step in range(150):
        page.mouse.move(x + step, y - step % 75)
    passed = time.perf_counter() - begun
    page.mouse.up()
    count: int = page.evaluate("window.drawn")
    return count / passed


def rested(page: Page, path: Path) -> float | None:
    """Seconds until pyvis's page has come to rest, or nothing if it does not in time."""
    from playwright.sync_api import TimeoutError as TooLong

    begun = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    try:
        page.wait_for_function("window.rested === true", timeout=PATIENCE * 1000)
    except TooLong:
        return None
    return time.perf_counter() - begun


def measure(browser: Browser, folder: Path, known: Records, limit: int) -> None:
    """Write both pages, open both, and tell."""
    begun = time.perf_counter()
    (folder / "ours.html").write_text(view(known), encoding="utf-8")
    written = time.perf_counter() - begun
    (folder / "pyvis.html").write_text(pyvis_page(known, limit), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    drawn, answered = opened(page, folder / "ours.html")
    rate = frames(page)
    page.close()
    other = rested(browser.new_page(viewport={"width": 1280, "height": 800}), folder / "pyvis.html")
    size = (folder / "ours.html").stat().st_size / 1e6
    rows = [
        ("viewer", f"{len(known.people) + len(known.bodies):,} nodes, {len(known.facts):,} edges, {size:.1f} MB"),
        ("written in", f"{written:.1f} s"),
        ("first view drawn after", f"{drawn:.2f} s"),
        ("search answered after", f"{answered:.2f} s"),
        ("dragged at", f"{rate:.0f} frames a second"),
        (f"pyvis, {limit:,} nodes, at rest after", f"more than {PATIENCE} s" if other is None else f"{other:.1f} s"),
        ("viewer in parts of pyvis", f"{answered / (other or PATIENCE):.3f}" + (" at most" if other is None else "")),
    ]
    for name, value in rows:
        print(f"{name:<38} {value}")


def main(arguments: list[str]) -> int:
    """Measure an institution of so many nodes and edges."""
    from playwright.sync_api import sync_playwright

    nodes, edges, limit = [*map(int, arguments), *(10_000, 30_000, 3_000)[len(arguments) :]]
    known = institution(nodes, edges)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        measure(browser, Path(folder), known, limit)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
