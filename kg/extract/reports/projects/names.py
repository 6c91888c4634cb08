"""Names of projects: a piece of text made clean, whether it names one, and of what kind it is."""

from __future__ import annotations

import re

from kg.extract.reports.projects.clauses import Slot, without_quantity
from kg.extract.reports.projects.words import Words

_BRACKET = re.compile(r"（[^（）]*）$")
_QUOTES = re.compile(r"[“”‘’「」『』《》]")
_QUOTED = re.compile(r"“(?P<name>[^“”]{2,24})”(?P<rest>.*)$")
_AMOUNT_OF = re.compile(
    r"^(?:(?:总?投资|规模|总额|计划投资|概算|投入)(?:达|约|为|超|超过)?)?约?\d[\d.,]*余?[万亿]?(?:元|公里|平方米|千瓦|亩|公顷)(?:左右)?的?"
)
_REMARK = re.compile(r"（(?:以下简称[^（）]*|[^（）]*(?:户|㎡|平方米|公里|亿元|万元|吗？|附件)[^（）]*)）")
_SPAN_OF = re.compile(r"^为期[^的]{1,6}的")
_OF = re.compile(r"的(?=[^的]*$)")
_HAN = re.compile(r"[一-龥A-Za-z0-9]")
_QUOTED_TAIL = re.compile(
    r"^(?:建设|创建|改造|整治|门户|园区|应用|空间|大屏|方案|系列工程|示范项目|创新区|\d\.\d版"
    r"|.{0,14}(?:行动计划|行动|计划|平台|系统|示范区|项目|工程|试点|战略))?$"
)
_PLACE = re.compile(
    r"[路街弄号村楼院校园馆桥河湖江渠港站厂苑坊镇乡沟塘堤湾寨屯区]|\d|公寓|宾馆|大厦|广场|小区|新村|水库|地块|片区|风貌区|雨水|排水|绿地"
)
_STRONG = re.compile("行动|试点|示范|试验|专项整治|生活圈|服务圈")
_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_LEAST_PROGRAMME = 4
# A section is one of a road or a railway, not of time.
_LINE = re.compile(r"路|高速|线|隧道|渠|管道")
# 县人民医院, 市图书馆: the one of its kind that a place has.
_OWN = re.compile(r"^[省市县区州旗](?![级内外域区管属])(?=[一-龥]{0,6}$)")
_LEAST_SYSTEM = 5
# What becomes of a site that is named by its number alone.
_OF_SITES = ("land_reserve", "renewal")
_LONGEST = 90
_INSIDE = re.compile(r"[“（][^”）]*[”）]")
_DASH = re.compile(r"(?<=[一-龥])(?:——|—|--)(?=[一-龥]{4})")


def trimmed(text: str, words: Words) -> str:
    """A piece without the words in front of and behind a name."""
    before = None
    while before != text:
        before = text
        text = words.leads.sub("", text.strip("、，的"), count=1)
        text = _AMOUNT_OF.sub("", _SPAN_OF.sub("", _REMARK.sub("", text) if "（" in text else text))
        text = words.tails.without(without_quantity(text))
    return text


def bare(text: str) -> str:
    """The name as the tables hold it: without quotation marks."""
    return _QUOTES.sub("", text)


def kind_of(name: str, words: Words, told: str = "") -> str:
    """The kind that a name tells of itself, a site by what is `told` of it."""
    if told and words.sites.search(name):
        of_site = (kind for kind, pattern in words.kinds if kind in _OF_SITES and pattern.search(told))
        return next(of_site, "construction")
    return next(kind for kind, pattern in words.kinds if pattern.search(name))


def name_in(piece: str, words: Words, *, listed: bool = False) -> str | None:
    """The name of the one project that a piece holds, or None; in a list of projects (`listed`) it needs no head."""
    text = _behind_of(_behind_dash(trimmed(piece, words), words))
    name = bare(text)
    core = _BRACKET.sub("", name)
    scheme = core in words.system or core in words.weak
    headed = scheme or core in words.head or core in words.renewal or words.sites.search(name)
    if not (headed or listed or "“" in text) or not 2 <= len(text) <= _LONGEST:
        return None
    if words.not_names.search(text) or (not scheme and words.not_works.search(text)):
        return None
    if name.endswith("段") and not _LINE.search(name):
        return None
    return name if _names(piece, text, name, words, listed) else None


def cell_name(printed: str) -> str:
    """The name that a cell of a table prints, without a trailing 建设 or 工作."""
    shorter = re.sub(r"(?<=.{3})的?(?:建设|工作)$", "", printed)
    return shorter if len(shorter) > 3 else printed


def fits(name: str, slot: Slot, collective: str | None, refused: bool, words: Words) -> bool:
    """Whether a name can be what its verb is told of: of bodies founded only schemes count, of roads those built."""
    if (refused or slot.verb in words.founding) and name not in words.weak:
        return False
    if name not in words.road or collective:
        return True
    return bool(slot.predicate) or slot.verb in words.building or words.verbs.get(slot.verb or "") == "completed"


def _behind_dash(text: str, words: Words) -> str:
    """Of 首个监测平台—某某平台 the name, which stands behind the dash."""
    if "—" not in text and "--" not in text:
        return text
    dash = _DASH.search(_INSIDE.sub(lambda m: "＊" * len(m.group()), text))
    return text[dash.end() :] if dash and text[: dash.start()] in words.head else text


def _behind_of(text: str) -> str:
    """Of 高效便捷的某某平台 the name, which stands behind the last 的; one inside quotes or brackets is part of it."""
    if "的" not in text:
        return text
    of = _OF.search(_INSIDE.sub(lambda m: "＊" * len(m.group()), text))
    return text[of.end() :] if of and of.end() < len(text) - 2 else text


def _names(piece: str, text: str, name: str, words: Words, listed: bool) -> bool:
    quoted = _QUOTED.search(text)
    if quoted and quoted["name"] in words.slogans and quoted["rest"] in ("", "建设", "改革", "战略", "政策"):
        return False
    if words.sites.search(name):
        return bool(re.search(r"\d", name)) or _specific(re.sub(r"(?:街坊|地块|片区|弄|新村)$", "", name), words)
    if quoted and not quoted["rest"]:
        return _whole_quote(piece, text, quoted, words, listed)
    if quoted and _QUOTED_TAIL.match(quoted["rest"]):
        return True
    return _by_head(_BRACKET.sub("", name), words, listed)


def _by_head(core: str, words: Words, listed: bool) -> bool:
    """Whether the words in front of a head name something: a place for what is renewed, anything for what is built."""
    head, weak, renewed = words.head.start(core), words.weak.start(core), words.renewal.start(core)
    if renewed is not None and head is None:
        return bool(_PLACE.search(core[:renewed])) and _specific(core[:renewed], words)
    if weak is not None and (head is None or weak <= head):
        front = core[:weak]
        return len(front) >= _LEAST_PROGRAMME and (bool(_STRONG.search(core[weak:])) or _specific(front, words))
    if head is None:
        return listed and _specific(core, words)
    front = core[:head]
    if _OWN.match(front) and core in words.facility:
        return True
    return _specific(front, words) or (
        core in words.system and (len(front) >= _LEAST_SYSTEM or core.startswith("智慧"))
    )


def _whole_quote(piece: str, text: str, quoted: re.Match[str], words: Words, listed: bool) -> bool:
    """Whether quotation marks at the end hold a name: behind a word of its kind, before 建设, or in a list."""
    name = quoted["name"]
    head = words.head.start(name)
    if quoted.start() == 0:
        built = piece.rstrip("、").endswith(("建设", "创建"))
        return len(name) > 2 and (listed or built or (head is not None and _specific(name[:head], words)))
    return text[: quoted.start()] in words.head or head is not None


def _specific(text: str, words: Words) -> bool:
    """Whether something is left of a text without the words that do not name."""
    left = words.generic.sub("", _YEAR.sub("", text))
    return len(_HAN.findall(left)) >= 2 or bool(re.search(r"[A-Z]", left) or words.streets.search(text))
