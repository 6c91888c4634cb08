"""Posts in papers on who does what: 张三（副主任）：负责…, the note below a table, and an office filled in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.positions.related import related
from kg.extract.rosters import MARKER
from kg.lexicon import Lexicon
from kg.model.facts import Position
from kg.model.source import Passage
from kg.recognise.appositions import sound
from kg.recognise.names import certain_name
from kg.recognise.posts import Post, post_list

_OPENING = 4
_OWN = re.compile(
    r"^(?:关于(?:调整|明确|印发)?)?(?P<body>(?:(?!关于|调整)[一-龥]){2,30}?(?:人民代表大会常务委员会|人大常委会|人民政府|委员会|管委会|法院|检察院|局|厅|办公室))"
    r"(?:关于|党组|领导|班子|主任会议|组成人员|正副|主任|[^，。]{0,16}分工)"
)
_TERM = re.compile(r"第[一二三四五六七八九十百\d]+届")
_HEAD = re.compile(
    r"(?P<name>[一-龥·]{2,10})(?:同志)?（(?P<posts>[^（）]{2,40})）(?:同志)?(?:[：:]|(?=主持|负责|分管|协助))"
)
_GROUP = re.compile(r"^(?:机关)?(?:党组|党委)$")
_PARTY_TITLE = re.compile(r"书记$|成员$|委员$")
_NOTE = re.compile(r"^(?:备注|附注|注|说明)[：:]")
_IS = re.compile(r"(?:^|，|其中)(?P<names>[一-龥·、]{2,40}?)(?:同志)?(?:分别)?为")
_FILLED = re.compile(
    r"(?:^|[，。；：、])(?P<post>[^，。；：、由]{4,40})由(?P<who>[^，。；：由]{2,40}?)(?:同志)?(?:兼任|担任|兼)(?=[，。；]|$)"
)
_NO_BODY = re.compile(r"^(?:本|该|其|各|领导小组|指挥部|工作专班|办公室|联席会议)")
_LONGEST_NAME = 4


def divided(ctx: Context) -> Iterator[tuple[int, Position]]:
    """The posts at the heads of a division of work, each with the number of its line: a bare title is the issuer's."""
    opening = [line.text for line in ctx.draft.lines[:_OPENING]]
    if not any("分工" in text for text in opening):
        return
    own = next((found["body"] for text in ("".join(opening), *opening) if (found := _OWN.match(text))), None)
    if own is None:
        return
    own = _TERM.sub("", own)
    for line in ctx.draft.body:
        marker = MARKER.match(line.text)
        match = _HEAD.match(line.text, marker.end() if marker else 0)
        posts = post_list(match["posts"], ctx.lexicon) if match else None
        if not match or not posts or not certain_name(match["name"], ctx.lexicon) or not all(map(sound, posts)):
            continue
        for post in posts:
            body = _own(own, post) or related(ctx, post)
            evidence = ctx.evidence(line.tight[match.start() : match.end()], "position.division", 0.9)
            yield line.number, Position(match["name"], body, post.title, ctx.date, post.former, evidence)


def _own(own: str, post: Post) -> str | None:
    if not post.body:
        return own
    if _GROUP.match(post.body):
        return own + post.body if _PARTY_TITLE.search(post.title) else own
    return None


def noted(ctx: Context) -> Iterator[Position]:
    """注：张三为副市长，李四、王五为局长: the note below a table says what the people in it are."""
    for paragraph in ctx.paragraphs:
        label = _NOTE.match(paragraph.text)
        if label is None or "为" not in paragraph.text:
            continue
        start = label.end()
        for part in re.split(r"(?<=[；。])", paragraph.text[start:]):
            yield from _told(ctx, paragraph[start : start + len(part)])
            start += len(part)


def _told(ctx: Context, passage: Passage) -> Iterator[Position]:
    text = passage.text.rstrip("；。")
    found = [
        match
        for match in _IS.finditer(text)
        if all(certain_name(name, ctx.lexicon) for name in match["names"].split("、"))
    ]
    for match, end in zip(found, [*(later.start() for later in found[1:]), len(text)], strict=False):
        posts = post_list(text[match.end() : end], ctx.lexicon) or ()
        if not all(post.body and sound(post) for post in posts):
            continue
        evidence = ctx.evidence(passage[match.start() : end], "position.note", 0.9)
        for name in match["names"].split("、"):
            for post in posts:
                yield Position(name, related(ctx, post), post.title, ctx.date, post.former, evidence)


def filled(ctx: Context, sentence: Passage) -> Iterator[Position]:
    """某办公室主任由某局局长张三兼任: the office in front is held too."""
    if "由" not in sentence.text:
        return
    for match in _FILLED.finditer(sentence.text):
        printed = MARKER.sub("", match["post"])
        posts = post_list(printed, ctx.lexicon)
        name = _holder(match["who"], ctx.lexicon)
        if not posts or len(posts) > 1 or not name or not posts[0].body or _NO_BODY.match(posts[0].body):
            continue
        if sound(posts[0]):
            evidence = ctx.evidence(sentence[match.start() : match.end()], "position.filled", 0.8)
            yield Position(name, related(ctx, posts[0]), posts[0].title, ctx.date, posts[0].former, evidence)


def _holder(text: str, lexicon: Lexicon) -> str | None:
    """The name alone, or behind its posts."""
    for length in range(_LONGEST_NAME, 1, -1):
        name, posts = text[-length:], text[:-length]
        if len(name) == length and certain_name(name, lexicon) and (not posts or post_list(posts, lexicon)):
            return name
    return None
