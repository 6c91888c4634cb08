"""Further offices that end with a deputy's seat: 某某的常务委员会委员职务相应终止."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.deputies.congresses import Congress
from kg.model.facts import PersonnelEvent
from kg.model.source import Passage
from kg.recognise.names import name_list
from kg.recognise.places import split_chain
from kg.recognise.posts import Post, post_list

_ENDS = r"(?P<posts>[^，。；：]+?)的?职务(?:也|均|亦)?(?:相应|自然|自行|随之|同时|即行)+(?P<word>终止|撤销|免除)"
_HIS = re.compile(rf"(?:^|[，。；：])(?:因此，?|同时，?)?(?:其|他|她)(?:所)?(?:担任|任)?的?{_ENDS}")
_THEIRS = re.compile(rf"(?:^|[，。；：])(?P<names>[^，。；：的]{{2,60}}?)(?:同志)?(?:所)?(?:担任)?的{_ENDS}")
_OF_STANDING = "代表资格审查委员会"


def offices_ended(
    ctx: Context, sentence: Passage, last: Sequence[str], congress: Congress, organ: str | None
) -> Iterator[PersonnelEvent]:
    """The offices that a sentence says to end with the seat, for the people it names or the sentence before named."""
    for match in _HIS.finditer(sentence.text):
        yield from _events(ctx, sentence, match, list(last), congress, organ)
    for match in _THEIRS.finditer(sentence.text):
        if not match["names"].startswith(("其", "他", "她")):
            names = name_list(sentence[match.start("names") : match.end("names")], ctx.lexicon)
            yield from _events(ctx, sentence, match, [name.text for name in names or ()], congress, organ)


def _events(
    ctx: Context, sentence: Passage, match: re.Match[str], names: list[str], congress: Congress, organ: str | None
) -> Iterator[PersonnelEvent]:
    posts = post_list(match["posts"], ctx.lexicon)
    if posts is None or not names:
        ctx.issue("unread_trigger", sentence, f"{match['posts']}: an office that ends with a seat was not read")
        return
    evidence = ctx.evidence(sentence[match.start("posts") : match.end()], "personnel.office_ended")
    for name in names:
        for post in in_congress(posts, congress.body, ctx):
            yield PersonnelEvent(
                "dismiss" if match["word"] == "撤销" else "terminate",
                name,
                post.body or None,
                post.title,
                post.qualifier,
                ctx.date,
                ctx.meeting,
                organ,
                None,
                None,
                evidence,
            )


def in_congress(posts: Sequence[Post], above: str | None, ctx: Context) -> Iterator[Post]:
    """The posts with the congress in front of committees named alone: that of the post before, or the one given."""
    for post in posts:
        standing = re.match(r"^(.*(?:人民代表大会|人大))", post.body)
        if standing:
            above = standing.group(1)
        elif above and re.match(r"^(?:常务委员会|常委会)", post.body):
            post = replace(post, body=above + post.body)
        elif above and post.body.endswith(_OF_STANDING):
            post = replace(post, body=above + "常务委员会" + _OF_STANDING)
        elif above and post.body.endswith("委员会") and not split_chain(post.body, ctx.lexicon)[0]:
            post = replace(post, body=above + post.body)
        yield post
