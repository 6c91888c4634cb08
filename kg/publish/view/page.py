"""The page around the data: template, styles and scripts in one file, and a policy that lets nothing else run."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.publish.policy import policy
from kg.publish.view.drawn import vis_script

SCRIPTS = (
    "words.js", "sentences.js", "lens.js", "filter.js", "within.js", "data.js", "paint.js", "place.js", "grow.js",
    "panel.js", "meeting.js", "printed.js", "tenure.js", "time.js", "dated.js", "chart.js", "said.js", "search.js",
    "question.js", "take.js", "vector.js", "controls.js", "main.js",
)  # fmt: skip


def render(data: Mapping[str, Any], printed: Iterable[str | None] = ()) -> str:
    """The page of the data, with no address in it that a browser would load.

    `printed` are the texts of the gazettes in their order; packed, they cost a tenth of their size and no time until
    somebody reads one.
    """
    style = _asset("view.css")
    scripts = [vis_script(), "\n".join(map(_asset, SCRIPTS))]
    template = _environment().get_template("page.html.j2")
    return template.render(
        policy=policy(style, scripts), style=Markup(style), scripts=[Markup(script) for script in scripts],
        data=Markup(as_json(data)), texts=[packed(text) for text in printed],
    )  # fmt: skip


def packed(text: str | None) -> str:
    """A text as base64 of gzip, the same for the same text; nothing for none."""
    return "" if text is None else base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def as_json(data: Mapping[str, Any]) -> str:
    """JSON that no text can break out of: `<`, `>` and `&` only as escapes, so that nothing in it ends the script."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _environment() -> Environment:
    loader = PackageLoader("kg.publish", "view")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)


def _asset(name: str) -> str:
    return resources.files("kg.publish.view").joinpath(name).read_text(encoding="utf-8")
