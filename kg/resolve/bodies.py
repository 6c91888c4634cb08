"""Bodies in their normal form: the full name with its place, nothing abbreviated."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from kg.lexicon import Lexicon
from kg.model.gazette import Body
from kg.recognise.places import split_chain
from kg.resolve.jurisdiction import county_of

_TERM = re.compile(r"第?[一二三四五六七八九十百〇零\d]+届")
# 市场监督管理局, 乡村振兴局: the character is no level of place.
_LEVEL = re.compile(
    r"^(?P<own>本|我|全)?(?P<level>自治区|自治州|自治县|(?!市场|市政(?!府)|市容|乡村|区域|州际|旗舰)[省市区县州旗盟镇乡])(?P<rest>.*)$"
)
_TRAILING_NOTE = re.compile(r"（[^（）]*）$")
_KNOWN_HEAD = re.compile(
    r"^(?:人民代表大会|人大|人民政府|政府|人民法院|法院|人民检察院|检察院|监察委|监委|常务委员会|常委会|中国共产党|中共|共青团|政协|纪委|委[^员会])"
)
_NATIONAL = re.compile(
    r"^(?:全国人民代表大会|全国人大|国务院|最高人民法院|最高人民检察院|中央军事委员会|国家监察委员会|中华人民共和国|中国|国家|驻|香港|澳门)"
)
_FULL_POLITICAL = {
    "中共": "中国共产党",
    "共青团": "中国共产主义青年团",
    "政协": "中国人民政治协商会议",
    "民革": "中国国民党革命委员会",
    "民盟": "中国民主同盟",
    "民建": "中国民主建国会",
    "民进": "中国民主促进会",
    "农工党": "中国农工民主党",
    "致公党": "中国致公党",
    "九三学社": "九三学社",
    "台盟": "台湾民主自治同盟",
}
_POLITICAL = re.compile(
    rf"^(?P<organ>中国共产党|中国共产主义青年团|中国人民政治协商会议|{'|'.join(_FULL_POLITICAL)})(?P<rest>.+)$"
)
_WITHOUT_PLACE = ("other", "enterprise", "public_institution", "social_organisation")
_LEAGUE = re.compile(r"^团([省市区县州旗])委")
# The working committee of a standing committee in a street is named by the street: 某街道人大工委.
_STREET_COMMITTEE = re.compile(
    r"^(?:.*[省市区县州旗])?(?P<street>[一-龥]{2,8}?(?:街道|镇|乡))人大(?:常委会)?(?:工委|工作委员会)$"
)
# An organ of state with something else than its place in front has a name of its own: 某某海事法院.
_ORGAN = re.compile(r"(?:高级|中级|基层)?人民(?:法院|检察院|政府|代表大会)|监察委员会")
_PARTY = re.compile(r"^(?P<body>.*?)(?:机关)?(?P<organ>党组|党委|党工委|党总支|党支部)$")
_COMMITTEE = re.compile(r"^(?P<congress>.*人民代表大会)(?P<standing>常务委员会)?(?P<rest>.*)$")


class Bodies:
    """The bodies of one gazette: printed forms go in, normal forms come out; what was met is remembered.

    `text` is the tight text of the whole gazette, in which the full name of a short form is looked up.
    """

    def __init__(self, place: tuple[str, ...], text: str, lexicon: Lexicon) -> None:
        self._place = place
        self._text = text
        self._lexicon = lexicon
        self._known: dict[str, str] = {}
        self._aliases: dict[str, set[str]] = defaultdict(set)

    @property
    def place(self) -> str:
        """The place of the gazette's own congress, in one piece."""
        return "".join(self._place)

    def normal(self, printed: str) -> str:
        """The normal form of a printed body; the empty string stays empty."""
        if printed not in self._known:
            name = self._normal(_TERM.sub("", printed).strip("的、，"))
            self._known[printed] = name
            if name != printed:
                self._aliases[name].add(printed)
        return self._known[printed]

    def met(self, names: set[str]) -> list[Body]:
        """The bodies of these normal forms and all above them, in order of their names."""
        found: dict[str, Body] = {}
        queue = sorted(names)
        while queue:
            name = queue.pop()
            if name in found:
                continue
            kind, parent = body_type(name, self._lexicon)
            found[name] = Body(name, kind, parent, tuple(sorted(self._aliases.get(name, ()))))
            if parent:
                queue.append(parent)
        return [found[name] for name in sorted(found)]

    def _normal(self, printed: str) -> str:
        if not printed or _NATIONAL.match(printed):
            return self._national(printed)
        bare = _LEAGUE.sub(r"共青团\1委", _TRAILING_NOTE.sub("", printed))
        street = _STREET_COMMITTEE.match(bare)
        if street and self._place:
            return f"{self.place}人民代表大会常务委员会{street['street']}工作委员会"
        political = _POLITICAL.match(bare)
        if political:
            return self._political(political["organ"], political["rest"])
        name = re.sub(r"管委会$", "管理委员会", self._trimmed(bare))
        party = _PARTY.match(name)
        if party:
            return self._party(party["body"], party["organ"])
        place, rest = self._placed(name)
        if rest.startswith("党组") or not rest:
            return place + rest
        return self._expanded(place, rest)

    def _national(self, printed: str) -> str:
        name = printed.removeprefix("中华人民共和国") if len(printed) > 9 and "人民政府" not in printed else printed
        name = re.sub(r"^全国人大(?!代表大会)", "全国人民代表大会", name).replace(
            "人民代表大会常委会", "人民代表大会常务委员会"
        )
        return self._committee(name)

    def _trimmed(self, name: str) -> str:
        """A name from where the gazette's own place begins, if words of the sentence stand before it."""
        for known in (self.place, self._place[-1] if self._place else ""):
            at = name.find(known) if known else -1
            if at > 0 and not split_chain(name[:at] + known, self._lexicon)[0][:-1]:
                return name[at:]
        return name

    def _placed(self, name: str) -> tuple[str, str]:
        """The place in full, and what is left of the name."""
        own = self._place
        for last in range(len(own), 0, -1):
            for first in range(last):
                part = "".join(own[first:last])
                if name.startswith(part):
                    if last < len(own) and re.search(self._lexicon.bodies.proper, name):
                        return "", name
                    return self._inner("".join(own[:last]), name.removeprefix(part))
        level = None if name in self._lexicon.bodies.departments else _LEVEL.match(name)
        chain, rest = split_chain(name, self._lexicon)
        if (
            level
            and (not chain or chain[0][0] == name[0])
            and (level["own"] or self._has_level(level["level"]) or _KNOWN_HEAD.match(level["rest"]))
        ):
            return self._level(level)
        if chain:
            return self._foreign(chain), rest
        return (self.place if self._needs_place(name) else ""), name

    def _inner(self, place: str, rest: str) -> tuple[str, str]:
        """A town or street of the own district keeps its own place in the chain."""
        chain, tail = split_chain(rest, self._lexicon)
        if chain and tail and chain[-1][-1] in "镇乡" and len(chain) == 1:
            return place + chain[0], tail
        return place, rest

    def _has_level(self, level: str) -> bool:
        return any(part.endswith(level) for part in self._place)

    def _level(self, level: re.Match[str]) -> tuple[str, str]:
        """区财政局, 市财政局, 我区: the place of that level in the gazette's own chain, else as printed."""
        for width in range(len(self._place), 0, -1):
            if self._place[width - 1].endswith(level["level"]):
                return "".join(self._place[:width]), level["rest"]
        if level["own"]:
            return self.place, level["rest"]
        return level["level"], level["rest"]

    def _foreign(self, chain: tuple[str, ...]) -> str:
        """A place of another chain as printed; a town or street of the own district with the district in front."""
        if (
            len(chain) == 1
            and chain[0].endswith(("镇", "乡", "街道", "苏木"))
            and self._place
            and not self._place[-1].endswith(("镇", "乡"))
        ):
            return self.place + chain[0]
        alone = len(chain) == 1 and chain[0].endswith(("镇", "乡", "苏木")) and not self._place
        return "".join((*(county_of(chain[0], self._text, self._lexicon) if alone else ()), *chain))

    def _needs_place(self, name: str) -> bool:
        """Whether a name without a place is an organ of the own place, and no institution with a name of its own."""
        if re.search(self._lexicon.bodies.proper, name) or re.search(self._lexicon.bodies.own_place, name):
            return False
        organ = _ORGAN.search(name)
        if organ and organ.start() > 0:
            return False
        own = name.startswith(("大会", "人大", "人民代表大会", "常委会", "常务委员会"))
        return own or body_type(name, self._lexicon)[0] not in _WITHOUT_PLACE

    def _political(self, organ: str, name: str) -> str:
        """中共某区委员会, 共青团某区委, 政协某区委员会."""
        full = _FULL_POLITICAL.get(organ, organ)
        if name.startswith(("中央", "全国")):
            return full + name
        place, rest = self._placed(name)
        rest = re.sub(r"^委(?!员会)", "委员会", rest)
        return full + place + rest

    def _party(self, body: str, organ: str) -> str:
        """The party body inside another body."""
        if not body:
            return organ
        inner = self.normal(body) if not body.endswith("工作") else self._in_place(body)
        inner = re.sub(r"街道办事处$", "街道", inner)
        return self._lexicon.bodies.party[organ].format(body=inner)

    def _in_place(self, body: str) -> str:
        return "".join(self._placed(body))

    def _expanded(self, place: str, rest: str) -> str:
        """The full name of what follows the place."""
        for form in self._lexicon.bodies.short_forms:
            match = _compiled(form.short).match(rest)
            if (
                match is None
                or rest.startswith(form.full.split("{")[0] or "\0")
                or (form.whole and match.end() < len(rest))
            ):
                continue
            tail = rest[match.end() :]
            if "{place}" in form.full:
                return form.full.format(place=place) + _party_tail(tail)
            return self._committee(place + form.full + tail)
        if rest in self._special_committees() and re.search(rf"(?:人大|人民代表大会){rest}", self._text):
            return f"{place}人民代表大会{rest}"
        full = self._lexicon.bodies.departments.get(rest)
        printed = self._printed_in_full(place, rest) if full or rest.endswith("委") else None
        if printed or full:
            return place + (printed or full or rest)
        if place and rest.endswith("工委"):
            return place + rest.removesuffix("委") + "作委员会"
        return self._committee(place + rest)

    def _special_committees(self) -> frozenset[str]:
        """The names that committees of a congress have, without those of its standing committee."""
        names = self._lexicon.bodies.committees.values()
        return frozenset(name for name in names if name.endswith("委员会") and "工作委员会" not in name)

    def _committee(self, name: str) -> str:
        """Committees of a congress and of its standing committee in full."""
        name = name.replace("人民代表大会常委会", "人民代表大会常务委员会")
        match = _COMMITTEE.match(name)
        if match is None or not match["rest"]:
            return name
        rest = match["rest"]
        base = match["congress"] + (match["standing"] or "")
        if rest.startswith("代表资格审查委") and not rest.endswith("会"):
            rest = "代表资格审查委员会"
        working = rest.endswith(("工委", "工作委员会"))
        if working and not match["standing"]:
            base += "常务委员会"
        full = self._printed_in_full(base, rest) or self._lexicon.bodies.committees.get(rest)
        if full is None and re.search(r"工委$", rest):
            full = rest.removesuffix("委") + "作委员会"
        elif full is None and re.search(r"[^党]委$", rest):
            full = rest + "员会"
        return base + (full or rest)

    def _printed_in_full(self, base: str, short: str) -> str | None:
        """The full name that the gazette itself prints for a short form with the same head."""
        if not short.endswith("委") or len(short) > 12:
            return None
        middle = r"[一-龥]{0,4}?".join(re.escape(char) for char in short.removesuffix("委").removesuffix("工"))
        ending = "工作委员会" if short.endswith("工委") else "委员会"
        head = _tail_of(base)
        pattern = re.compile(rf"{head}(?P<full>{middle}[一-龥]{{0,4}}?{ending})")
        forms = {
            match["full"] for match in pattern.finditer(self._text) if "工作" in match["full"] or ending == "委员会"
        }
        return min(forms, key=lambda form: (len(form), form)) if forms else None


def _tail_of(base: str) -> str:
    """What of a body in front must be printed before the full name: 人大, 常委会 or the place's last character."""
    if base.endswith("常务委员会"):
        return "(?:常务委员会|常委会)"
    if base.endswith("人民代表大会"):
        return "(?:人民代表大会|人大)"
    return re.escape(base[-1]) if base else ""


def _party_tail(tail: str) -> str:
    return "办公室" if tail == "办" else tail


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})")


@cache
def body_type(name: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """The kind of a body by its normal form, and the name of the body above it where its own name holds it."""
    for kind in lexicon.bodies.types:
        match = _compiled(kind.pattern).search(name)
        if match:
            return kind.type, match.groupdict().get("parent") or None
    return "other", None
