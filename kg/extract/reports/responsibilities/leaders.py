"""The division of work among leaders: 副区长张三：负责…；分管A、B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.reports.responsibilities.agents import Agent, Slots
from kg.extract.reports.responsibilities.clauses import as_object
from kg.extract.reports.responsibilities.running import Duty, verbs
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.names import certain_name

_DUTY = r"(?:全面|具体)?(?:主持|负责|分管|协助|主管|协管|联系)"
_OPENS = re.compile(
    r"^(?:[一二三四五六七八九十\d]+[、.．])?(?P<who>[^，。；：]{2,50}?)(?:同志)?(?:（[^（）]{2,60}）)?"
    rf"(?:[：:]|(?={_DUTY}))(?P<rest>$|{_DUTY})"
)
_CLAUSE = re.compile(
    r"(?:^|(?<=[，。；：]))(?:并|同时|具体|全面|协助[^，。；]{2,12}?(?=负责|分管))?(?P<role>负责|分管|主管|协管|协助)(?P<object>[^，。；]{2,120})"
)
_HELPS = re.compile(
    r"协助(?P<whom>[^，。；]{2,12}?)(?:同志)?(?:负责|分管|抓|处理|做好|协调)(?P<object>[^，。；]{2,120})$"
)
# 副县长　张三 on a line of its own: whose duties the lines below tell.
_ALONE = re.compile(r"^[^，。；：！？]{3,50}$")
_REMARK = re.compile(r"（[^（）]{1,12}）$")
_AGAIN = re.compile(
    r"(?:^|(?<=[，。；：]))(?P<name>[一-龥·]{2,6}?)(?:同志)?(?P<role>牵头|负责|分管|主管)(?:联系|负责|推进)?(?P<object>[^，。；]{2,60})"
)
_GOES_ON = re.compile(rf"^{_DUTY}")


class Division:
    """Reads paragraphs in order; a leader named at the head of one keeps those below it that go on with a duty."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._leader: tuple[Agent, ...] = ()
        self._known: set[str] = set()

    def read(self, passage: Passage) -> Iterator[Duty]:
        """The duties of the leader whom a paragraph names or continues."""
        text = passage.text
        opens = _OPENS.match(text)
        leader = self._named(opens["who"] + text[opens.end("who") : opens.start("rest")]) if opens else ()
        if opens and leader:
            self._leader = leader
            self._known |= {agent.name for agent in leader}
            yield from self._duties(text[opens.start("rest") :])
        elif self._leader and _GOES_ON.match(text):
            yield from self._duties(text)
        else:
            self._leader = self._named(text) or self._named(_REMARK.sub("", text)) if _ALONE.match(text) else ()
            yield from self._again(text) if self._known else ()

    def _again(self, text: str) -> Iterator[Duty]:
        """张三牵头联系某工程，李四牵头联系某项目, below the division that named them."""
        for match in _AGAIN.finditer(text):
            about = as_object(match["object"], self._lexicon) if match["name"] in self._known else None
            if about:
                kind = {"牵头": "lead", "负责": "answer"}.get(match["role"], "head")
                yield Duty((Agent(match["name"], "person"),), match["role"], kind, about)

    def _named(self, text: str) -> tuple[Agent, ...]:
        """The one leader that a head names, with or without a post."""
        bare = re.sub(r"[：:]$|同志", "", text)
        name = re.sub(r"（[^（）]*）$", "", bare)
        if certain_name(name, self._lexicon) and (bare != text or name != bare):
            return (Agent(name, "person"),)
        people = Slots(bare, self._lexicon).people
        if len(people) == 1 and len(people[0].names) == 1 and people[0].start <= 2 and len(bare) - people[0].end <= 1:
            (start, end), *_ = people[0].names
            return (Agent(bare[start:end], "person"),)
        return ()

    def _duties(self, text: str) -> Iterator[Duty]:
        for match in _CLAUSE.finditer(text):
            role, found = match["role"], match["object"]
            if not verbs(self._lexicon).match(text, match.start("role")):
                continue
            kind = {"负责": "answer", "主管": "answer", "协助": "assist"}.get(role, "head")
            if "协助" in match.group():
                helps = _HELPS.search(match.group())
                role, kind, found = "协助", "assist", helps["object"] if helps else ""
            about = as_object(found, self._lexicon)
            if about:
                yield Duty(self._leader, role, kind, about)
