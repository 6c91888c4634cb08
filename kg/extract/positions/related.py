"""Which body is meant where running text names it only in relation to what the item is about: 常委会, 执行局."""

from __future__ import annotations

import re

from kg.extract.context import Context
from kg.recognise.places import split_chain
from kg.recognise.posts import Post, titles

_INSTITUTION = re.compile(r"[一-龥]{1,30}?(?:人民法院|人民检察院|法院|检察院)")
_DIVISION = re.compile(r"^[一-龥]{1,12}(?:庭|执行局)$")
_OF_CONGRESS = re.compile(r"^(?:常委会|常务委员会|大会主席团|主席团)")
# 青梧区区委: the level of the place is printed twice.
_TWICE = re.compile(r"(?<=[一-龥]{2})([省市区县州旗镇乡])\1(?=委)")
# 历任县长名录 opens with no place.
_NOT_BEHIND_PLACE = ("长", "委书记")
# Only a congress has committees with these subjects under a chairman of this title; a party has 主任委员 too.
CHAIRS = ("主任委员", "副主任委员")
_SUBJECT = re.compile(
    r"^(?:财政经济|财经|教科文卫|教文卫|科教文卫|文教|预算|法制|法律|宪法和法律|监察和?司法|内务司法|内司|法制（[^（）]+）|民族|华侨|外事|侨务|教育|科学|文化|社会建设"
    r"|城乡建设|城市建设|城建|环境|资源|农业|农村|农牧|人事代表|代表人事|选举任免)[一-龥、]{0,24}(?:委员会|委)$"
)
_TERMS = re.compile(r"第?[一二三四五六七八九十百\d]+届")
_QUALIFICATION = re.compile(r"^代表资格审查委(?:员会)?$")
_SPEAKS_FOR = re.compile(r"我代表(?P<body>[一-龥]{2,24}?)(?:，|向|，?报告|作)")


def related(ctx: Context, post: Post) -> str | None:
    """The body of a post as far as the item makes it certain, None where the text names none."""
    body = _TWICE.sub(r"\1", post.body)
    if committee := _of_congress(ctx, post.title, body):
        return committee
    if body in ("人民政府", "政府") and not ctx.place:
        return _government(ctx, post)
    if _OF_CONGRESS.match(body):
        return "".join(ctx.place) + "人大" + body.removeprefix("大会") if ctx.place else body
    if body in ctx.lexicon.bodies.suborgans or _DIVISION.match(body):
        return (_institution(ctx) or "") + body
    return body or None


def _of_congress(ctx: Context, title: str, body: str) -> str | None:
    """A committee that is named without its congress is the one of the item's title, or of the gazette's congress."""
    if not body.endswith(("委员会", "委")):
        return None
    named = re.match(
        rf"[一-龥]{{0,30}}?(?:人民代表大会|人大)(?:常务委员会|常委会)?{re.escape(body)}", _TERMS.sub("", ctx.title)
    )
    if named:
        return named.group()
    if title not in CHAIRS or not ctx.place:
        return None
    if _QUALIFICATION.match(body):
        return "".join(ctx.place) + "人民代表大会常务委员会" + body
    return "".join(ctx.place) + "人大" + body if _SUBJECT.match(body) else None


def _institution(ctx: Context) -> str | None:
    """The court or procuratorate that an item is about or speaks for."""
    heading = ctx.draft.heading
    texts = [line.text for line in heading.authors] if heading else []
    for text in [*texts, *(m["body"] for p in ctx.paragraphs[:4] if (m := _SPEAKS_FOR.search(p.text)))]:
        if match := _INSTITUTION.search(text):
            return match.group()
    return None


def _government(ctx: Context, post: Post) -> str | None:
    """The government of the place that opens the item's title, if the title of the post is of that level."""
    chain, rest = split_chain(ctx.title, ctx.lexicon)
    if rest.startswith(_NOT_BEHIND_PLACE):
        return None
    level = next((word[0] for word in titles(ctx.lexicon).organ if post.title.endswith(word)), "")
    return "".join(chain) + "人民政府" if chain and chain[-1].endswith(level) else None
