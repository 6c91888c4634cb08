"""Bodies in their normal form: the full name with its place, nothing abbreviated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.model.gazette import Body
from kg.recognise.places import split_chain
from kg.resolve.jurisdiction import county_of
from kg.resolve.kinds import FULL_POLITICAL, POLITICAL, compiled, kind_of
from kg.resolve.own_places import needs_place
from kg.resolve.printed import PrintedNames
from kg.resolve.same import same_bodies

_TERM = re.compile(r"第?[一二三四五六七八九十百〇零\d]+届")
# 市场监督管理局, 乡村振兴局: the character is no level of place.
_OTHER_WORD = r"市场|市政(?![府协])|市容|市民(?![政族宗防间])|乡村|区域|州际|旗舰"
_LEVEL = re.compile(
    rf"^(?P<own>本|我|全)?(?P<level>自治区|自治州|自治县|(?!{_OTHER_WORD})[省市区县州旗盟镇乡])(?P<rest>.*)$"
)
_TRAILING_NOTE = re.compile(r"（(?!筹）)[^（）]*）$")
_KNOWN_HEAD = re.compile(
    r"^(?:人民代表大会|人大|人民政府|政府|人民法院|法院|人民检察院|检察院|监察委|监委|常务委员会|常委会|中国共产党|中共|共青团|政协|纪委|委[^员会])"
)
_NATIONAL = re.compile(
    r"^(?:全国人民代表大会|全国人大|国务院|最高人民法院|最高人民检察院|中央军事委员会|国家监察委员会|中华人民共和国|中国|国家|驻|香港|澳门)"
)
_LEAGUE = re.compile(r"^团([省市区县州旗])委")
# The working committee of a standing committee in a street is named by the street: 某街道人大工委.
_STREET_COMMITTEE = re.compile(
    r"^(?:.*[省市区县州旗])?(?P<street>[一-龥]{2,8}?(?:街道|镇|乡))人大(?:常委会)?(?:工委|工作委员会)$"
)
_PARTY = re.compile(r"^(?P<body>.*?)(?P<organ>机关党组|机关党委|分党组|党组|党委|党工委|党总支|党支部)$")
# A zone without a name of its own is that of the place: 高新区党工委.
_ZONE = re.compile(r"^(?:高新|经开|综保|保税|度假|示范|试验|工业|[一-龥]{0,6}(?:开发|产业|工业)园?)区$")
_BRANCH = re.compile(r"^(公安|税务|规划和自然资源|自然资源|国土资源|工商行政管理|工商|质量技术监督)分局$")
# The office of a congress between its sessions is that of its standing committee.
_OFFICE = re.compile(r"^(?:办|办公室|办公厅|研究室|代表工作室|代表联络室)$")
_COMMITTEE = re.compile(r"^(?P<congress>.*人民代表大会)(?P<standing>常务委员会)?(?P<rest>.*)$")


class Bodies:
    """The bodies of one gazette: printed forms go in, normal forms come out; what was met is remembered.

    `text` is the tight text of the whole gazette, in which the full name of a short form is looked up.
    """

    def __init__(self, place: tuple[str, ...], text: str, lexicon: Lexicon) -> None:
        self._place = place
        self._text = text
        self._printed = PrintedNames(text)
        self.lexicon = lexicon
        self._known: dict[str, str] = {}
        self._central = frozenset(lexicon.organs.central.values())
        self._same: dict[str, str] = {}
        self._aliases: dict[str, set[str]] = defaultdict(set)

    @property
    def place(self) -> str:
        """The place of the gazette's own congress, in one piece."""
        return "".join(self._place)

    def normal(self, printed: str, surface: str | None = None) -> str:
        """The normal form of a printed body; the empty string stays empty.

        `surface` is what the text prints, where `printed` has been completed by the place of a list or of the gazette.
        """
        name = self._full(printed)
        name, form = self._same.get(name, name), printed if surface is None else surface
        if name != form:
            self._aliases[name].add(form)
        return name

    def shared(self, name: str) -> str:
        """The normal form of a name that a list may have lent its place: one that nobody prints is no alias."""
        return self.normal(name) if name in self._text else self._same.get(self._full(name), self._full(name))

    def learn(self, printed: Iterable[str], apart: Iterable[tuple[str, str]] = ()) -> None:
        """Take in all forms that the gazette prints, before any is put into its normal form for good.

        A short form then stands for the one full name printed elsewhere; `apart` are pairs that name two bodies.
        """
        names = dict.fromkeys(map(self._full, printed))
        two = {frozenset(map(self._full, pair)) for pair in apart}
        same = same_bodies(list(names), self._text, self._place)
        self._same = {short: full for short, full in same.items() if frozenset((short, full)) not in two}

    def _full(self, printed: str) -> str:
        if printed not in self._known:
            self._known[printed] = self._normal(_TERM.sub("", printed).strip("的、，"))
        return self._known[printed]

    def met(self, names: set[str]) -> list[Body]:
        """The bodies of these normal forms and all above them, in order of their names."""
        found: dict[str, Body] = {}
        queue = sorted(names)
        while queue:
            name = queue.pop()
            if name in found:
                continue
            kind, parent, if_named = kind_of(name, self.lexicon)
            if if_named and parent not in names:
                parent = None
            parent = parent or self._government(name, kind, names)
            found[name] = Body(name, kind, parent, tuple(sorted(self._aliases.get(name, ()))))
            if parent:
                queue.append(parent)
        return [found[name] for name in sorted(found)]

    def _government(self, name: str, kind: str, names: set[str]) -> str | None:
        """The government that a department or a street of the own place belongs to, where the gazette names it."""
        government = f"{self.place}人民政府"
        own = kind in ("department", "street") and bool(self.place) and name.startswith(self.place)
        return government if own and government in names else None

    def _normal(self, printed: str) -> str:
        if not printed or _NATIONAL.match(printed):
            return self._national(printed)
        if printed in self._central:
            return printed
        bare = _LEAGUE.sub(r"共青团\1委", _TRAILING_NOTE.sub("", printed))
        street = _STREET_COMMITTEE.match(bare)
        if street and self._place:
            return f"{self.place}人民代表大会常务委员会{street['street']}工作委员会"
        political = POLITICAL.match(bare)
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
            if at > 0 and not split_chain(name[:at] + known, self.lexicon)[0][:-1]:
                return name[at:]
        return name

    def _placed(self, name: str) -> tuple[str, str]:
        """The place in full, and what is left of the name."""
        own = self._place
        for last in range(len(own), 0, -1):
            for first in range(last):
                part = "".join(own[first:last])
                if name.startswith(part):
                    if last < len(own) and re.search(self.lexicon.bodies.proper, name):
                        return "", name
                    return self._inner("".join(own[:last]), name.removeprefix(part))
        if name.endswith("区公所"):
            return self.place, name
        level = None if name in self.lexicon.bodies.departments else _LEVEL.match(name)
        chain, rest = split_chain(name, self.lexicon)
        if (
            level
            and (not chain or chain[0][0] == name[0])
            and (level["own"] or self._has_level(level["level"]) or _KNOWN_HEAD.match(level["rest"]))
        ):
            return self._level(level)
        if chain:
            return self._foreign(chain), rest
        return (self.place if needs_place(name, self._place, self.lexicon) else ""), name

    def _inner(self, place: str, rest: str) -> tuple[str, str]:
        """A town or street of the own district keeps its own place in the chain."""
        chain, tail = split_chain(rest, self.lexicon)
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
        return "".join((*(county_of(chain[0], self._text, self.lexicon) if alone else ()), *chain))

    def _political(self, organ: str, name: str) -> str:
        """中共某区委员会, 共青团某区委, 政协某区委员会."""
        full = FULL_POLITICAL.get(organ, organ)
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
        inner = self.place + inner if _ZONE.match(inner) else inner
        inner = re.sub(r"街道办事处$", "街道", inner)
        return self.lexicon.bodies.party[organ].format(body=inner)

    def _in_place(self, body: str) -> str:
        return "".join(self._placed(body))

    def _expanded(self, place: str, rest: str) -> str:
        """The full name of what follows the place."""
        for form in self.lexicon.bodies.short_forms:
            match = compiled(form.short).match(rest)
            if (
                match is None
                or rest.startswith(form.full.split("{")[0] or "\0")
                or (form.whole and match.end() < len(rest))
            ):
                continue
            tail = rest[match.end() :]
            if "{place}" in form.full:
                return form.full.format(place=place) + self._tail(tail)
            return self._committee(place + form.full + tail)
        if rest in self._special_committees() and re.search(rf"(?:人大|人民代表大会){rest}", self._text):
            return f"{place}人民代表大会{rest}"
        full = self.lexicon.bodies.departments.get(rest)
        printed = self._printed.in_full(place, rest) if full or rest.endswith("委") else None
        if printed or full:
            return place + (printed or full or rest)
        if place and rest.endswith("工委"):
            return place + rest.removesuffix("委") + "作委员会"
        branch = _BRANCH.match(rest)
        if branch and place == self.place and len(self._place) > 1 and place.endswith("区"):
            # 区公安分局 is the city's 公安局 in the district.
            return "".join(self._place[:-1]) + branch[1] + "局" + self._place[-1].removesuffix("区") + "分局"
        return self._committee(place + rest)

    def _tail(self, tail: str) -> str:
        """What stands behind a party committee, in full: 区委办, 区委政法委, 区委教育工委."""
        full = self.lexicon.bodies.party_tails.get(tail)
        return full or (tail.removesuffix("委") + "作委员会" if tail.endswith("工委") else tail)

    def _special_committees(self) -> frozenset[str]:
        """The names that committees of a congress have, without those of its standing committee."""
        names = self.lexicon.bodies.committees.values()
        return frozenset(name for name in names if name.endswith("委员会") and "工作委员会" not in name)

    def _committee(self, name: str) -> str:
        """Committees of a congress and of its standing committee in full."""
        name = re.sub(r"人民代表大会常(?:委会|务委员(?!会))", "人民代表大会常务委员会", name)
        match = _COMMITTEE.match(name)
        if match is None or not match["rest"]:
            return name
        rest = match["rest"]
        base = match["congress"] + (match["standing"] or "")
        if rest.startswith("代表资格审查委") and not rest.endswith("会"):
            rest = "代表资格审查委员会"
        working = rest.endswith(("工委", "工作委员会")) or _OFFICE.match(rest)
        if working and not match["standing"]:
            base += "常务委员会"
        full = self._printed.in_full(base, rest) or self.lexicon.bodies.committees.get(rest)
        if full is None and re.search(r"工委$", rest):
            full = rest.removesuffix("委") + "作委员会"
        elif full is None and re.search(r"[^党]委$", rest):
            full = rest + "员会"
        return base + (full or rest)
