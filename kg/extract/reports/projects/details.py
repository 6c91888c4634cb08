"""What a clause prints beside a project: body, place, amount, period."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONEY = r"(?P<amount>\d[\d,.]*)余?(?P<unit>(?:万亿|亿|百万|万)?(?:美|港|欧|日)?元)"
_AMOUNT = re.compile(_MONEY)
# Money is a project's where these words stand in front of it, or it follows the project that gets it.
_SPENT = re.compile(
    rf"(?<!完成)(?<!累计)(?:投资|投入|造价|概算|预算|规模|总额|资金|补助|拨付|下达|债券|专项债)(?:规模|总额|额)?(?:约|达|达到|为|超|超过|共|近|计)*{_MONEY}"
)
_GIVEN = re.compile(rf"(?:调增|安排|拨付|下达|补助|投入|落实)[^\d，]*(?:\d[^\d，]*)*?{_MONEY}$")
_AGENT = re.compile(
    r"^(?:由|经)?(?P<body>(?:[省市区县州旗][一-龥]{1,14}?(?:局|委|办|厅|中心|政府|公司|集团)|[省市区县州旗](?:政府|监委|委)"
    r"|[一-龥]{2,8}(?:街道|镇|乡)(?:政府|党工委|办事处)?|[一-龥]{2,14}(?:集团|公司)))$"
)
_ANSWERS = re.compile(r"^(?P<body>[一-龥]{2,16}?)(?:牵头|负责|承担|承建|组织|实施|建设)+的")
# Who or what is none of those who act: a place (在某街道), a class of bodies.
_OUR = re.compile(r"^(?:[在于对向从与为至到赴自沿就按据]|我|本|各|全|两|有关|相关|该|其|下辖)")
_SITE = re.compile(
    r"^.{0,14}?(?:[路街道巷弄村]\d[\d、—–\-]*(?:弄|号)[\d、—–\-]*号?|\d+街坊|\d+号地块|(?<=[路街])（[^（）]+—[^（）]+）)"
)
_AT = re.compile(r"位于(?P<place>[一-龥\d]{2,20}?)的")
_PERIOD = re.compile(
    r"为期(?P<span>[^的，]{1,6}?)的|(?P<years>(?:19|20)\d\d年?[-—–－~～至]+(?:19|20)\d\d年?)"
    r"|(?:建设期|建设周期|工期|建设年限)(?:为|约)?(?P<term>[\d一二三四五六七八九十两半]+(?:年|个月))"
    r"|(?P<number>[三五]年)(?=行动|计划|规划|攻坚)"
)
# A clause that goes on telling of the project in front of it: 总投资3亿元.
_GOES_ON = re.compile(r"^(?:该?(?:项目|工程))?(?:计划|预计|概算|估算)?总?(?:投资|造价|概算)")


@dataclass(frozen=True, slots=True)
class Details:
    """What is printed beside a project; None where it is not."""

    body: str | None = None
    place: str | None = None
    amount: str | None = None
    unit: str | None = None
    period: str | None = None


def details(text: str, part: str, name: str, agent: str, *, alone: bool) -> Details:
    """The details that a clause prints of a project; `part` is what is printed of it alone, `agent` who acts."""
    site, period = (
        _SITE.match(name) or _AT.search(part),
        _PERIOD.search(part) or (alone and _PERIOD.search(text)) or None,
    )
    money = _AMOUNT.search(part) or ((_SPENT.search(text) or _GIVEN.search(text)) if alone else None)
    return Details(
        _body(agent) or (_body(of["body"]) if (of := _ANSWERS.match(part)) else None),
        (site["place"] if "place" in site.re.groupindex else site.group()) if site else None,
        money["amount"] if money else None,
        money["unit"] if money else None,
        next(value for value in period.groups() if value) if period else None,
    )


def amount_told(clause: str) -> tuple[str, str] | None:
    """The amount that a clause tells of the project of the clause in front: 总投资3亿元."""
    money = _SPENT.search(clause) if _GOES_ON.match(clause) else None
    return (money["amount"], money["unit"]) if money else None


def _body(agent: str) -> str | None:
    found = _AGENT.match(agent)
    return found["body"] if found and not _OUR.match(agent) else None
