#!/usr/bin/env python3
"""The viewer beside the page that pyvis makes by default: scripts/bench viewer [--copies N] [--output BUILD].

Copies of the examples (`corpus.py`) are built as a user builds them; 64 of them give more than 10,000 nodes and 30,000
relations. The page is opened in a browser without a network, and the page itself tells the time:

- when the first view is drawn, and when a search that is typed right then is answered: then it is usable;
- how many frames it draws in each second of being dragged with the mouse;
- its memory, after the browser cleared what nobody needs.

Beside it stands pyvis's default page of 3,000 nodes of the same graph: the time until the bar of its loading has gone,
and until it has come to rest. A page that has not in `--patience` seconds is told as that, which favours pyvis.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus import write_copies

from kg.build import build
from kg.read.gather import gather

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
ROUNDS = 5
SECONDS = 6
SCREEN = {"width": 1440, "height": 900}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"]
# Runs before the scripts of the page, and reads the clock of the page, which begins when its address is opened.
CLOCK = """
window.told = {};
const seen = (name) => { told[name] ??= performance.now(); document.documentElement.dataset[name] = "yes"; };
const after = (name) => name in told || requestAnimationFrame(() => setTimeout(() => seen(name)));
new MutationObserver(() => {
  if (document.documentElement.dataset.ready) after("drawn");
  if (document.querySelector("#found li .name")) after("answered");
}).observe(document, { attributes: true, attributeFilter: ["data-ready"], childList: true, subtree: true });
document.addEventListener("input", () => (told.typed ??= performance.now()), true);
"""
# Ends of what pyvis's page does: its bar of loading goes, and nothing moves any more.
PYVIS_CLOCK = """drawGraph();
window.told = {};
network.once("stabilizationIterationsDone", () => (told.loaded = performance.now()));
network.once("stabilized", () => (told.rested = performance.now()));
"""
FRAMES = """
window.frames_drawn = []; window.frames_shown = [];
KG.network.on("afterDrawing", () => frames_drawn.push(performance.now()));
const shown = () => { frames_shown.push(performance.now()); requestAnimationFrame(shown); };
requestAnimationFrame(shown);
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """Seconds from the opening of a page until its first view is drawn and a search is answered, and its megabytes."""

    drawn: float
    usable: float
    search: float
    memory: float


def built(copies: int, folder: Path) -> Path:
    """The page of a build of so many copies of the examples."""
    first, sources, output = folder / "first", folder / "sources", folder / "output"
    build(gather([EXAMPLES]), first)
    sources.mkdir()
    write_copies(EXAMPLES, first / "tables", copies, sources)
    build(gather([sources]), output)
    return output / "index.html"


def data_of(page: Path) -> dict[str, Any]:
    """What a page knows."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page.read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit(f"{page}: no viewer; give a folder that `kg build` has written")
    data: dict[str, Any] = json.loads(found[1])
    return data


def pyvis_page(data: dict[str, Any], limit: int) -> tuple[str, int]:
    """The first `limit` nodes that have relations, and all relations between them, as anybody would draw them."""
    from pyvis.network import Network

    pairs = [(link["leaf"], link["hub"]) for link in data["links"]]
    kept = list(dict.fromkeys(end for pair in pairs for end in pair))[:limit]
    inside = set(kept)
    drawn = Network(cdn_resources="in_line")
    for node in kept:
        drawn.add_node(node, label=data["nodes"][node]["name"])
    for one, other in pairs:
        if one in inside and other in inside:
            drawn.add_edge(one, other)
    page: str = drawn.generate_html()
    return page.replace("drawGraph();", PYVIS_CLOCK), len(drawn.edges)


def opened(browser: Browser, address: str, words: str) -> Opened:
    """Open the page, type as soon as it is drawn, and read its clock."""
    page = browser.new_page(viewport=SCREEN)
    page.add_init_script(CLOCK)
    page.goto(address, wait_until="commit", timeout=0)
    page.wait_for_selector("html[data-drawn]")
    page.fill("#search", words)
    page.wait_for_selector("html[data-answered]")
    told = page.evaluate("told")
    used = memory(page.context.new_cdp_session(page))
    page.close()
    return Opened(told["drawn"] / 1000, told["answered"] / 1000, told["answered"] - told["typed"], used)


def memory(session: CDPSession) -> float:
    """Megabytes of the scripts of a page."""
    session.send("HeapProfiler.collectGarbage")
    used: float = session.send("Runtime.getHeapUsage")["usedSize"]
    return used / 1e6


def dragged(browser: Browser, address: str) -> dict[str, list[int]]:
    """Frames drawn and shown in each whole second of a drag of the first view."""
    page = browser.new_page(viewport=SCREEN)
    page.goto(address, timeout=0)
    page.wait_for_selector("html[data-ready]")
    page.evaluate(FRAMES)
    box = page.locator("#network").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    begun: float = page.evaluate("performance.now()")
    step = 0
    while page.evaluate("performance.now()") < begun + SECONDS * 1000:
        for _ in range(10):
            step += 1
            # To the right and back again, so that what is drawn stays in sight.
            page.mouse.move(x + 150 - abs(step * 6 % 600 - 300), y + 60 - abs(step * 3 % 240 - 120))
    page.mouse.up()
    times = {name: page.evaluate(f"window.frames_{name}") for name in ("drawn", "shown")}
    page.close()
    return {
        name: [sum(begun + at * 1000 <= one < begun + at * 1000 + 1000 for one in all_of) for at in range(SECONDS)]
        for name, all_of in times.items()
    }


def rested(browser: Browser, address: str, patience: int) -> dict[str, float]:
    """Seconds until pyvis's page has loaded and come to rest; what it has not reached in time is missing."""
    from playwright.sync_api import TimeoutError as TooLong

    page = browser.new_page(viewport=SCREEN)
    page.goto(address, wait_until="commit")
    try:
        page.wait_for_function("window.told && told.rested", timeout=patience * 1000, polling=200)
    except TooLong:
        print("pyvis: stopped waiting", file=sys.stderr)
    told: dict[str, float] = page.evaluate("window.told || {}")
    page.close()
    return {name: time / 1000 for name, time in told.items()}


def measure(browser: Browser, page: Path, folder: Path, limit: int, patience: int) -> None:
    """Open both pages, and tell."""
    data = data_of(page)
    address = page.as_uri() + "#lang=zh"
    # In the middle of everybody: by two signs, as people type.
    everybody = [node["name"] for node in data["nodes"] if node["kind"] == "person"]
    words = everybody[len(everybody) // 2][:2]
    print(f"data: {len(data['nodes']):,} nodes, {len(data['links']):,} relations, {len(data['facts']):,} facts")
    rounds = [opened(browser, address, words) for _ in range(ROUNDS)]
    frames = dragged(browser, address)
    other = folder / "pyvis.html"
    text, edges = pyvis_page(data, limit)
    other.write_text(text, encoding="utf-8")
    told = rested(browser, other.as_uri(), patience)
    usable = statistics.median(one.usable for one in rounds)
    loaded = told.get("loaded", float(patience))
    more = "" if "loaded" in told else "more than "
    name = f"pyvis, {limit:,} nodes, {edges:,} edges"
    row("first view drawn after", f"{statistics.median(one.drawn for one in rounds):.2f} s")
    row("usable: a search answered after", f"{usable:.2f} s", f"{worst(rounds):.2f} s at worst of {ROUNDS}")
    row("  of which the search", f"{statistics.median(one.search for one in rounds):.0f} ms")
    row(f"{name}: loaded after", f"{more}{loaded:.1f} s")
    row(f"{name}: at rest after", f"{told['rested']:.1f} s" if "rested" in told else f"more than {patience} s")
    row("usable in parts of pyvis's loading", f"{'less than ' if more else ''}{usable / loaded:.3f}", "target < 0.1")
    row("frames a second, dragged: median", f"{statistics.median(frames['drawn']):.0f}", "target ≥ 30")
    row(
        "frames a second, dragged: worst second",
        f"{min(frames['drawn'])}",
        f"the browser showed {min(frames['shown'])}",
    )
    row("memory of the scripts", f"{statistics.median(one.memory for one in rounds):.0f} MB")
    row("size of this page", size(page))


def worst(rounds: list[Opened]) -> float:
    """The longest time until a page was usable."""
    return max(one.usable for one in rounds)


def row(name: str, value: str, beside: str = "") -> None:
    """One line of the table."""
    print(f"{name:<52}{value:>18}   {beside}".rstrip(), flush=True)


def size(page: Path) -> str:
    """The size of a page, which is all there is of it."""
    return f"{page.stat().st_size / 1e6:.2f} MB"


def sizes(folder: Path) -> None:
    """How large the pages of the examples and of the reference gazettes are."""
    shared = Path(os.environ.get("KG_SHARED") or ROOT.parent / "shared") / "gazettes"
    for name, sources, target in (("examples", EXAMPLES, ""), ("reference gazettes", shared, "target < 5 MB")):
        if sources.is_dir():
            output = folder / name
            build(gather([sources]), output)
            row(f"size of the page of the {name}", size(output / "index.html"), target)


def main() -> int:
    """Parse the arguments, build, open, and print."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description="Measure the viewer beside the default page of pyvis.")
    parser.add_argument("--copies", type=int, default=64, help="copies of the examples (default: 64)")
    parser.add_argument("--output", type=Path, help="a build that is there already, instead of copies")
    parser.add_argument("--nodes", type=int, default=3000, help="nodes of pyvis's page (default: 3000)")
    parser.add_argument("--patience", type=int, default=120, help="seconds to wait for pyvis (default: 120)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        page = arguments.output / "index.html" if arguments.output else built(arguments.copies, folder)
        chromium = os.environ.get("KG_CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        measure(browser, page.resolve(), folder, arguments.nodes, arguments.patience)
        browser.close()
        sizes(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
