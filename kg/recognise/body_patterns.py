"""The lexicon's knowledge of how bodies are named, as compiled patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon

# What no name of a body holds: particles and verbs of the sentence around it.
NOT_NAME = re.compile(
    r"[的了在由对向把被将是我各等或这该每并而已于，。；：！？《》—\s]|推[进动行]|加强|开展|提[高升请出]|审[议查批]|关于|听取|报告|召开"
    r"|要求|委托|办理"
    r"|主任|代表(?!工作|资格|联络)|相关|有关|部门|领导(?!小组)|组织(?!部|选举)|参[加与]|出席|列席|成立|设立|组建|督促|指导|支持|负责|牵头|落实"
    r"|联合|会同|配合"
    r"|根据|按照|通过|经过|依法|建立|健全|完善|书记|局长|院长|市长|区长|县长|同志|情况|问题|制度|办法|条例|规定"
)
# What an alternative of a pattern may begin with, one that may be missing and what is behind it.
_FIRST = re.compile(r"(?:^|[(|:>)])([一-龥])(?:\?([一-龥]))?")
# What stands behind the sign of a level and makes another word of it: 区域, 市场.
NOT_BEHIND_LEVEL = re.compile(
    r"(?<=区)(?:[域级属里划间位块情直]|内(?!务|司)|外(?![资事经贸汇办国商侨]))"
    r"|(?<=市)(?:[区级直辖属值面]|场(?!监)|民(?!政|族|宗|防|航)|内(?!务|司))|(?<=县)[级域城乡内直]|(?<=省)[级内直]|(?<=[镇乡])[区域村镇级土]|(?<=旗)[下舰帜]"
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """`ending` finds how a department's name ends, `functions` reads what it deals with from its end backwards."""

    state: re.Pattern[str]
    ending: re.Pattern[str]
    functions: re.Pattern[str]
    words: re.Pattern[str]
    general: re.Pattern[str]
    short: re.Pattern[str]
    committee: re.Pattern[str]
    group: re.Pattern[str]
    nameless: re.Pattern[str]
    central: re.Pattern[str]
    not_street: re.Pattern[str]
    leads: re.Pattern[str]


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The patterns of a lexicon."""
    organs = lexicon.organs
    functions = sorted({word for row in organs.functions for word in row})
    endings = "|".join(sorted(organs.endings, key=len, reverse=True))
    return Patterns(
        state=re.compile(_quick(_state(lexicon))),
        ending=re.compile(rf"(?!{organs.not_endings})(?:{endings})"),
        functions=re.compile(rf"(?:{_trie([word[::-1] for word in functions])}|[和与])+"),
        words=re.compile(_alternatives(functions)),
        general=re.compile(rf"(?:{_alternatives(organs.general)}|[和与])+"),
        short=re.compile(_alternatives([name for name in lexicon.bodies.departments if not name.startswith("管委")])),
        committee=re.compile(_alternatives(_committees(lexicon))),
        group=re.compile(rf"(?:{_alternatives(organs.groups)})(?:办公室|秘书处)?"),
        nameless=re.compile(organs.nameless),
        central=re.compile(rf"(?:{_trie(list(organs.central))})(?!门)"),
        not_street=re.compile(organs.not_streets),
        leads=re.compile(_alternatives([word for word in organs.leads if len(word) > 1])),
    )


def _quick(pattern: str) -> str:
    """The pattern behind a look at the one character it may begin with: most places in a text are left at once."""
    first = {char for pair in _FIRST.findall(pattern) for char in pair if char}
    return f"(?=[{''.join(sorted(first))}])(?:{pattern})"


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _trie(words: list[str]) -> str:
    """Alternatives grouped by their first character: most places in a text are left after one comparison."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{_alternatives(rest)})" for first, rest in sorted(groups.items()))


def _committees(lexicon: Lexicon) -> list[str]:
    """Committees of a congress that are known without it; of two characters they may be departments too."""
    names = lexicon.bodies.committees
    # Of a full name the end may be left out too: 监察和司法委.
    short = {name.removesuffix("员会") for name in names.values() if name.endswith("委员会")}
    short = {name for name in short if not name.endswith("工作委") and name not in lexicon.bodies.departments}
    known = [name for name in {*names, *names.values(), *short} if len(name) > 2 and name.endswith(("委", "委员会"))]
    return [*known, "代表工作室", "常委会党组", "常委会办公室"]


def _state(lexicon: Lexicon) -> str:
    state = lexicon.organs.state
    committees = lexicon.bodies.committees
    known = _alternatives([name for name in {*committees, *committees.values()} if name != "办"])
    committee = (
        rf"(?:{known}|代表资格审查委(?:员会)?|代表工作室|代表联络室|主席团|专工委|办公厅|办(?![理法事公])"
        r"|党组|[一-龥]{2,6}街道(?:工委|工作委员会)"
        r"|[^，。、；：（）《》的和与及对在由向听审经提关于把为是开召选任各等主领带年月日次]{2,14}?(?:工作委员会|工委|委员会))"
    )
    return "|".join(
        (
            rf"(?P<congress>(?:{state.congress})(?!代表(?!大会|资格审|工作[室委]|工委|联络[室处]))(?!制度|工作|会议|信访))"
            rf"(?P<also>及其)?(?P<standing>常务委员会|常委会|常委(?![会员]))?(?P<committee>{committee})?",
            rf"(?P<government>(?:{state.government})(?:{state.offices})?|府(?:办公室|办)(?![理法事公]))",
            rf"(?P<court>(?:{state.court})(?:{state.division})?)",
            rf"(?P<procuratorate>(?:{state.procuratorate})(?:检察委员会)?)",
            rf"(?P<others>{state.others})",
            r"(?P<cppcc>政协(?!委员(?!会)|提案|章程))",
            rf"(?P<party>(?<=[省市区县州旗盟镇乡]){state.party}(?![员托派任屈会]))",
            rf"(?P<people>{state.people})",
            r"(?P<section>(?<=[、和及与])(?:组织部|宣传部|统战部|政法委|社会工作部|老干部局))",
            r"(?P<assembly>大会(?:主席团|秘书处(?:（筹）)?|筹备组))",
        )
    )
