"""A page of the viewer in a browser without a network, and what a visitor does in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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
