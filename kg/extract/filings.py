"""Reports that file posts which lapse by law, on retirement or when an office is abolished."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.facts import PersonnelEvent
from kg.model.source import Passage
from kg.recognise.names import name_list
from kg.recognise.posts import post_list

_TOLD = re.compile(
    r"(?:^|[。；：])(?:现将)?(?P<name>[^，。；：]{2,12}?)(?:同志)?，(?:男，|女，)?(?P<posts>[^，。；]{3,80}?)，"
    r"(?P<reason>(?:已|因|于|现|由于)[^；。]{2,60})"
)
_LAPSES = re.compile(
    r"(?:^|[，。；：])(?P<name>[^，。；：的]{2,12}?)(?:同志)?(?:的|所任|担任的)(?P<posts>[^，。；]{3,80}?)职务"
    r"(?:依法|自然|相应)*(?:自行|自然|相应)(?:免除|终止)"
)
_WORD = re.compile(r"(?:自行|自然|相应)(?:免除|终止)")


def filings(ctx: Context) -> Iterator[PersonnelEvent]:
    """The posts that a filing report says have lapsed, on the day that it is filed."""
    if ctx.type != "filing_report":
        return
    if not any(_WORD.search(paragraph.text) for paragraph in ctx.paragraphs) and not _WORD.search(ctx.title):
        return
    read = False
    for pattern in (_TOLD, _LAPSES):
        for paragraph in ctx.paragraphs:
            for event in _events(ctx, paragraph, pattern):
                read = True
                yield event
        if read:
            return
    ctx.issue(
        "unread_trigger", ctx.draft.lines[0], "a filing report of which no name and post were read; check it by hand"
    )


def _events(ctx: Context, paragraph: Passage, pattern: re.Pattern[str]) -> Iterator[PersonnelEvent]:
    law = re.search(ctx.lexicon.formulae.law, paragraph.text)
    for match in pattern.finditer(paragraph.text):
        names = name_list(paragraph[match.start("name") : match.end("name")], ctx.lexicon)
        posts = post_list(match["posts"], ctx.lexicon)
        evidence = ctx.evidence(paragraph[match.start("name") : match.end()], "personnel.filing")
        reason = match.groupdict().get("reason")
        for name in names or ():
            for post in posts or ():
                if post.body:
                    yield PersonnelEvent(
                        "lapse", name.text, post.body, post.title, post.qualifier, ctx.date, None, None,
                        law["law"] if law else None, reason, evidence,
                    )  # fmt: skip
