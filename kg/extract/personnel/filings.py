"""Reports that file posts which lapse by law, on retirement or when an office is abolished."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from kg.extract.context import Context
from kg.extract.personnel.organs import own_body
from kg.model.facts import PersonnelEvent
from kg.model.source import Passage
from kg.recognise.appositions import appositions
from kg.recognise.names import is_name, name_list
from kg.recognise.posts import Post, holder_behind_post, post_list

_TOLD = re.compile(
    r"(?:^|[。；：])(?:现将)?(?P<name>[^，。；：]{2,12}?)(?:同志)?，(?:男，|女，)?(?P<posts>[^，。；]{3,80}?)，"
    r"(?P<reason>(?:已|因|于|现|由于)[^；。]{2,60})"
)
_LAPSES = re.compile(
    r"(?:^|[，。；：])(?P<name>[^，。；：的]{2,12}?)(?:同志)?(?:的|所任|担任的)(?P<posts>[^，。；]{3,80}?)职务"
    r"(?:依法|自然|相应)*(?:自行|自然|相应)(?:免除|终止)"
)
_HIS = re.compile(
    r"(?:^|[，。；：])(?P<name>[^，。；：的其]{2,12}?)(?:同志)?，?(?P<reason>(?:已|因|于|现|由于|达到)[^；。其]{2,60}?)，"
    r"其(?:所任|担任)?的?(?P<posts>[^，。；]{3,80}?)职务(?:依法|自然|相应)*(?:自行|自然|相应)(?:免除|终止)"
)
_BEHIND = re.compile(
    r"(?:同志)?，?(?P<reason>(?:已|因|于|现|由于|达到)[^；。]{2,80}?)，[^；。]{0,80}(?:自行|自然|相应)(?:免除|终止)"
)
# One more of those who hold a post: the words around ask for a name, also without a known surname.
_MORE = re.compile(r"[、和及与](?P<name>[一-龥·•・]{2,12}?)(?=[、和及与，]|同志|已|因|于|现|由于|达到)")
# 甲、乙已于某月退休。上述人员的某职务自行免除: what is said of those named before.
_RETIRED = re.compile(r"(?:同志)?，?(?P<reason>(?:已|因|于|现|由于|达到)[^；。]{2,80})[；。]")
_OF_ABOVE = re.compile(
    r"(?:上述|以上)(?:人员|同志|(?:[一二两三四五六七八九十\d]+[名位])(?:同志|人员)?|[一二两三四五六七八九十\d]+人)?(?:所任|担任)?的?"
    r"(?P<posts>[^，。；]{0,60}?)职务(?:依法|自然|相应)*(?:自行|自然|相应)(?:免除|终止)"
)
# Which of their posts end, where the paper says it.
_ENDING = re.compile(
    r"，其(?:所任|担任)?的?(?P<posts>[^，。；其]{2,60}?)职务(?:依法|自然|相应)*(?:自行|自然|相应)(?:免除|终止)$"
)
_POSTED = re.compile(
    r"(?:^|[，。；：、])(?P<slot>[^，。；：、的]{4,60}?)(?:同志)?(?:的|所任的?|担任的)(?:上述|有关|相关|行政)?职务"
    r"(?:依法|自然|相应)*(?:自行|自然|相应)(?:免除|终止)"
)
# 原某局撤销，局长甲: the office that is gone names the body of the title behind it.
_ABOLISHED = re.compile(
    r"(?:^|[，。；：、])(?:将|因)?(?P<body>原?[^，。；：、因]{2,30}?)(?:依法|已|被|予以|等部门)*"
    r"(?:撤销|更名|改名|改称|改为|改设|合并|并入|整合|组建|重组|不再保留)"
)
# What a paper that files may also tell: a post that lapsed by abolition, a resignation accepted elsewhere.
_UNREAD = re.compile(
    r"[一-龥]{2}(?<!上述)(?<!以上)的职务(?:依法|自然|相应)*(?:自行|自然|相应)(?:免除|终止)|接受[^，。；]{2,12}辞去"
)
_WORD = re.compile(r"(?:自行|自然|相应)(?:免除|终止)")


def filings(ctx: Context, stated: Iterable[PersonnelEvent] = ()) -> Iterator[PersonnelEvent]:
    """The posts that a filing report says have lapsed, on the day that it is filed; `stated` was read of it before."""
    if ctx.type != "filing_report":
        return
    found = _found(ctx)
    _name_unread(ctx, [event.person for event in (*found.values(), *stated) if event.person])
    yield from found.values()


def _found(ctx: Context) -> dict[tuple[str | None, str], PersonnelEvent]:
    """The events by person and title, the first telling of each."""
    if not any(_WORD.search(paragraph.text) for paragraph in ctx.paragraphs) and not _WORD.search(ctx.title):
        return {}
    found: dict[tuple[str | None, str], PersonnelEvent] = {}
    ways = (partial(_events, patterns=(_TOLD,)), _named_with_posts, partial(_events, patterns=(_LAPSES, _HIS)))
    for read in ways:
        for paragraph in ctx.paragraphs:
            for event in read(ctx, paragraph):
                found.setdefault((event.person, event.title), event)
    if not found:
        message = "a filing report of which no name and post were read; check it by hand"
        ctx.issue("unread_trigger", ctx.draft.lines[0], message)
    return found


def _name_unread(ctx: Context, people: list[str]) -> None:
    """A sentence that ends somebody's post, and of whom no fact tells, is an issue and no mere non-act."""
    for sentence in ctx.sentences:
        if _UNREAD.search(sentence.text) and not any(name in sentence.text for name in people):
            ctx.issue("unread_trigger", sentence, "who gave up which post was not read; check it by hand")
            ctx.ledger.not_understood(sentence)


def _events(ctx: Context, paragraph: Passage, patterns: tuple[re.Pattern[str], ...]) -> Iterator[PersonnelEvent]:
    """甲，某院审判员，已于某月退休; 甲的某院审判员职务自行免除; 甲因病去世，其某院审判员职务自行免除."""
    body = ""
    found = [match for pattern in patterns for match in pattern.finditer(paragraph.text)]
    for match in sorted(found, key=lambda one: one.start("name")):
        names = name_list(paragraph[match.start("name") : match.end("name")], ctx.lexicon)
        posts = post_list(match["posts"], ctx.lexicon, body) or []
        body = posts[-1].body if posts else ""
        passage = paragraph[match.start("name") : match.end()]
        reason = match.groupdict().get("reason")
        yield from _lapses(ctx, paragraph, passage, [name.text for name in names or ()], posts, reason)


def _named_with_posts(ctx: Context, paragraph: Passage) -> Iterator[PersonnelEvent]:
    """某院审判员甲、乙，已于某月退休，其审判员职务自行免除."""
    for found in appositions(paragraph.text, ctx.lexicon):
        names = [paragraph.text[start:end] for start, end in found.names]
        end = found.end
        while (more := _MORE.match(paragraph.text, end)) and is_name(more["name"], ctx.lexicon):
            names, end = [*names, more["name"]], more.end()
        told = _BEHIND.match(paragraph.text, end)
        if told:
            posts = _ending(told.group(), found.posts, ctx)
            yield from _lapses(ctx, paragraph, paragraph[found.start : told.end()], names, posts, told["reason"])
        elif (retired := _RETIRED.match(paragraph.text, end)) and (
            above := _OF_ABOVE.search(paragraph.text, retired.end())
        ):
            posts = _named_posts(above["posts"], found.posts, ctx)
            yield from _lapses(ctx, paragraph, paragraph[found.start : above.end()], names, posts, retired["reason"])
    for match in _POSTED.finditer(paragraph.text):
        held = holder_behind_post(match["slot"], ctx.lexicon)
        if held is not None:
            posts = [_of_abolished(paragraph.text[: match.start("slot")], post) for post in held[0]]
            passage = paragraph[match.start("slot") : match.end()]
            yield from _lapses(ctx, paragraph, passage, [held[1]], posts, None)


def _ending(told: str, held: tuple[Post, ...], ctx: Context) -> list[Post]:
    """The posts that a sentence ends: those it names behind 其, each with the body of the post held, or else all."""
    match = _ENDING.search(told)
    return _named_posts(match["posts"] if match else "", held, ctx)


def _named_posts(printed: str, held: tuple[Post, ...], ctx: Context) -> list[Post]:
    """The posts as printed, each with the body of the post held; all that are held where none is named."""
    named = post_list(printed, ctx.lexicon, held[-1].body if held else "") if printed else None
    by_title = {post.title: post for post in held}
    return [by_title.get(post.title, post) for post in named] if named else list(held)


def _of_abolished(before: str, post: Post) -> Post:
    """A title without a body right behind the sentence part that abolishes or renames an office is one of it."""
    gone = list(_ABOLISHED.finditer(before.rpartition("。")[2].rpartition("；")[2]))
    return post if post.body or not gone else replace(post, body=gone[-1]["body"].removeprefix("原"))


def _lapses(
    ctx: Context, paragraph: Passage, passage: Passage, names: list[str], posts: list[Post], reason: str | None
) -> Iterator[PersonnelEvent]:
    law = re.search(ctx.lexicon.formulae.law, paragraph.text)
    basis = law["law"] if law else None
    evidence = ctx.evidence(passage, "personnel.filing")
    for name in names:
        for post in posts:
            body = own_body(ctx, post.body)
            if body:
                yield PersonnelEvent(
                    "lapse", name, body, post.title, post.qualifier, ctx.date, None, None, basis, reason, evidence
                )
