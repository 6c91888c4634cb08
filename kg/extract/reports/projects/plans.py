"""Plans and schemes named by their titles in 《》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.reports.projects.names import bare
from kg.extract.reports.projects.words import Words
from kg.model.reports import Project
from kg.model.source import Passage

_TITLE = re.compile(r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》")
_NOTICE = re.compile(r"的通知$")
_BRACKET = re.compile(r"（[^（）]*）$")
_YEARS = re.compile(
    r"(?:19|20)\d\d(?:年?\s*[-—–－~～至]+\s*(?:19|20)\d\d)?年?(?:度)?|[“]?十[一二三四五][”]?五|[三五十]年(?=行动|计划|规划)"
)


def plans(ctx: Context, sentence: Passage, words: Words) -> Iterator[Project]:
    """The plans and schemes whose titles a sentence prints."""
    if "《" not in sentence.text:
        return
    for match in _TITLE.finditer(sentence.text):
        title = _NOTICE.sub("", match["title"])
        core = _BRACKET.sub("", title)
        if not words.titles.search(core) or words.not_titles.search(core):
            continue
        name = bare(title)
        years = _YEARS.search(name)
        evidence = ctx.evidence(sentence, "projects.title")
        yield Project(name, "policy_programme", None, None, None, None, None, years and years.group(), evidence)
