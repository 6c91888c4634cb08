"""From undecided pairs to one HTML file that opens without a network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.model.errors import OutputError
from kg.publish.policy import policy

# What a page can hold and a reader go through; the likeliest pairs come first.
MOST = 2000


class Pair(Protocol):
    """An undecided pair: what `kg.query.review` gives."""

    @property
    def judgement(self) -> str:
        """`unsure`, `name_only`, `different` or `same`."""


def render_review(pairs: Sequence[Pair]) -> str:
    """The page as text; of more than `MOST` pairs the first, and how many there are."""
    style, script = _asset("review.css"), _asset("review.js")
    loader = PackageLoader("kg.publish", "review")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    counts = Counter(pair.judgement for pair in pairs)
    return environment.get_template("review.html.j2").render(
        policy=policy(style, [script]), style=Markup(style), script=Markup(script), pairs=pairs[:MOST],
        counts=sorted(counts.items()), total=len(pairs),
    )  # fmt: skip


def write_review(pairs: Iterable[Pair], path: Path) -> None:
    """Write the page. Raises OutputError when the file cannot be written."""
    page = render_review(list(pairs))
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: the page cannot be written ({error.strerror}); choose another path") from error


def _asset(name: str) -> str:
    return resources.files("kg.publish.review").joinpath(name).read_text(encoding="utf-8")
