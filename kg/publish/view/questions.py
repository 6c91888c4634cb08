"""The SPARQL that gives what a lens shows, ready to be asked of any server."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import resources

LENSES = ("posts", "duties", "meetings", "bodies", "projects")
# Where the page puts what is chosen and filtered, and the days; left as they are, the question asks for all.
CHOSEN = "# of what is chosen\n"
ASKED = "# at the time that is asked\n"
_PREFIX = re.compile(r"\b([a-z]+):\w")


def questions(prefixes: Mapping[str, str]) -> dict[str, str]:
    """One question a lens, with the prefixes that it uses declared."""
    return {lens: _question(lens, prefixes) for lens in LENSES}


def _question(lens: str, prefixes: Mapping[str, str]) -> str:
    text = resources.files("kg.publish.view").joinpath(f"shown_{lens}.rq").read_text(encoding="utf-8")
    used = sorted(set(_PREFIX.findall(text)) & set(prefixes))
    return "".join(f"PREFIX {name}: <{prefixes[name]}>\n" for name in used) + text
