"""Who signs an item: the lines at its end that hold a post and a name, or a name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.context import Context
from kg.recognise.names import certain_name, is_name
from kg.recognise.places import split_chain
from kg.recognise.posts import Post, post_list, titles
from kg.segment.lines import Line

_LAST_LINES = 6
_LONGEST = 40
_DAY = re.compile(r"日(?:）)?$")
# A list that goes on below a name is no signature.
_ENTRY = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")
_BODY = re.compile(r"^[一-龥（）]{4,40}(?:委员会|人民政府|人民法院|人民检察院|主席团|人民代表大会|局|办公室|厅|部)$")
_SIGNER = re.compile(
    r"^(?:申请人|辞职人|请求人|报告人|签名|签字|署名)[：:]?(?P<name>[一-龥·•・]{2,12}?)"
    r"(?:（(?:签名|签字|签章|盖章|章|印)）)?(?P<day>(?:\d{4}|[〇零○一二三四五六七八九]{4})年[^，。；]{3,8}日)?$"
)
_ADDRESSEE = re.compile(
    r"^(?P<place>[一-龥]{2,24}?)(?:第[一二三四五六七八九十百\d]+届)?(?:人民代表大会|人大)[一-龥]{0,8}[：:]$"
)
_TERM = re.compile(r"第[一二三四五六七八九十百\d]+届")


@dataclass(frozen=True, slots=True)
class Signature:
    """A name below a text, with the posts that it is signed in; no posts where a name stands alone."""

    line: Line
    name: str
    posts: tuple[Post, ...]


def signatures(ctx: Context) -> Iterator[Signature]:
    """The people who sign an item, in order."""
    lines = ctx.draft.body[-_LAST_LINES:]
    body = signing_body(ctx)
    for index, line in enumerate(lines):
        signer = _SIGNER.match(line.text)
        dated = bool(signer and signer["day"] and index + 1 == len(lines))
        if len(line.text) > _LONGEST or not (dated or _closes(lines[index + 1 :])):
            continue
        if signer and certain_name(signer["name"], ctx.lexicon):
            yield Signature(line, signer["name"], ())
        elif found := _post_and_name(line, ctx):
            name, posts = found
            yield Signature(line, name, tuple(_completed(post, body, ctx) for post in posts))


def signing_body(ctx: Context) -> str | None:
    """The body that signs on a line of its own, above or below the day and the names."""
    for line in reversed(ctx.draft.body[-_LAST_LINES:]):
        if _BODY.match(line.text):
            return _TERM.sub("", line.text)
    return None


def _closes(following: tuple[Line, ...]) -> bool:
    """Whether nothing but names, bodies and the day stand below a line, the day among them."""
    return any(_DAY.search(line.text) for line in following) and all(
        len(line.text) <= _LONGEST and "。" not in line.text and not _ENTRY.match(line.text) for line in following
    )


def _post_and_name(line: Line, ctx: Context) -> tuple[str, list[Post]] | None:
    """检察长　张三, 主任：李四: the whole line is a post and a name with a gap or a colon between."""
    tight = line.tight
    for match in titles(ctx.lexicon).anywhere.finditer(tight.text):
        end = match.end()
        colon = tight.text[end : end + 1] in ("：", ":")
        rest = tight.text[end + colon :]
        apart = colon or (bool(rest) and tight.offsets[end] - tight.offsets[end - 1] > 1)
        if apart and is_name(rest, ctx.lexicon) and (posts := post_list(tight.text[:end], ctx.lexicon)):
            return rest, posts
    return None


def _completed(post: Post, body: str | None, ctx: Context) -> Post:
    """A title alone is one of the body that signs beside it; a head of government, of the place that is addressed."""
    organ = next((organ for title, organ in titles(ctx.lexicon).organ.items() if post.title.endswith(title)), None)
    if post.body and post.body != organ:
        return post
    if body and (organ is None or organ in body):
        return replace(post, body=body)
    place = _addressed_place(ctx)
    return replace(post, body=place + organ) if place and organ else post


def _addressed_place(ctx: Context) -> str | None:
    for line in ctx.draft.body[:3]:
        match = _ADDRESSEE.match(line.text)
        if match and split_chain(match["place"], ctx.lexicon)[0]:
            return match["place"]
    return None
