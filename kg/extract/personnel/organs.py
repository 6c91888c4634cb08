"""Which body is meant where a post is printed without one: the organ that elects, appoints or issues."""

from __future__ import annotations

import re

from kg.extract.context import Context

_ORGAN = re.compile(r"[一-龥]{2,40}?(?:人民代表大会(?:常务委员会)?|人大常委会|人民政府|国务院|主席团)")
_CPPCC = re.compile(r"中国人民政治协商会议(?P<place>[一-龥]{2,30}?)(?:第[一二三四五六七八九十百\d]+届)?委员会")
_OF_STANDING_COMMITTEE = ("主任", "副主任", "秘书长", "委员")
_OF_COURT = ("院长", "副院长")
_TOWN = ("镇", "乡", "苏木")
# 我院, 本院, or a division alone: of the institution that signs.
_OWN = re.compile(r"^(?:[我本][院委])?(?P<part>(?:审判委员会|检察委员会|[一-龥]{0,10}庭)?)$")
_INSTITUTION = re.compile(r"^[一-龥]{2,40}(?:人民法院|人民检察院|监察委员会)$")
_BASE = re.compile(r"任免(?P<base>[一-龥]{2,20}政府)主要官员")
# 某人民代表大会法制委员会、财政经济委员会组成人员名单: the later ones are of the same congress.
_COMPOSED = re.compile(r"人民代表大会(?:常务委员会)?[^，。]{0,60}委员会(?:组成人员|主任委员|委员)")
_ISSUER = re.compile(r"^(?P<issuer>[一-龥]{2,20}(?:学院|大学|学校|医院|公司|集团|研究院|研究所))(?:关于|$)")


def organ(ctx: Context) -> str | None:
    """Who decides where no meeting is named: the organ in the title."""
    match = _ORGAN.search(ctx.title)
    return match.group() if match else None


def default_body(ctx: Context, title: str) -> str | None:
    """The body of a title that stands alone, told by who elects; None where the text does not make it certain."""
    cppcc = _CPPCC.search(ctx.title) or (_CPPCC.search(ctx.sentences[0].text) if ctx.sentences else None)
    if cppcc:
        return f"中国人民政治协商会议{cppcc['place']}委员会"
    if title in _OF_COURT:
        return None
    meeting = ctx.meeting
    if meeting is None or meeting.body.endswith("常务委员会"):
        return None
    place = meeting.body.removesuffix("人民代表大会")
    if title in ("主席", "副主席"):
        return meeting.body if place.endswith(_TOWN) else None
    if title in _OF_STANDING_COMMITTEE and not place.endswith(_TOWN):
        return meeting.body + "常务委员会"
    return None


def based(ctx: Context, body: str) -> str:
    """A body inside the organisation that the item is about or that issues it: 某学院's 图书馆, a region's 发展局."""
    base = _BASE.search(ctx.title)
    if base and not body.startswith(base["base"]):
        return base["base"] + body
    if _COMPOSED.search(ctx.title) and body.endswith("委员会") and body in ctx.title and ctx.meeting is not None:
        return body if body.startswith(ctx.meeting.body) else ctx.meeting.body + body
    issuer = _ISSUER.match(ctx.title) if not ctx.place else None
    if issuer and not body.startswith(issuer["issuer"]) and len(body) <= 12:
        return issuer["issuer"] + body
    return body


def own_body(ctx: Context, printed: str) -> str | None:
    """The body of a post that an institution tells of itself; None where the body is its own and nobody signs."""
    own = _OWN.match(printed)
    if own is None:
        return printed or None
    institution = signing_institution(ctx)
    return institution + own["part"] if institution else None


def signing_institution(ctx: Context) -> str | None:
    """The court, procuratorate or commission whose name stands alone on a line of the item, the last one."""
    return next((line.text for line in reversed(ctx.draft.lines) if _INSTITUTION.match(line.text)), None)
