"""One sentence on its way to acts: who is named in front of a verb, who behind it, and what of it was done."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.extract.reports.changes.subjects import filled, opening
from kg.extract.reports.changes.told import clause_start, is_told
from kg.extract.reports.changes.verbs import Verb, blanked
from kg.lexicon import Lexicon
from kg.recognise.body_sorts import complete
from kg.recognise.meetings import find_meetings, own_place
from kg.recognise.named_lists import Named, NamedLists

# 其职责, 将其行政区域: of the body that the clause before ends; so is a clause that names nobody.
_ITS = re.compile(
    r"(?:同时|并|一并)?(?:将|把)?(?:(?:其|该[乡镇街县区局委]|原[乡镇街县区]|所辖|所属|全部|原有)[一-龥、]{0,14}"
    r"|(?:行政|管辖)?(?:区域|辖区)|(?:相关|有关|原有)?(?:职责|职能|人员|机构|业务)[一-龥、]{0,6})?"
)
# The segments of one sentence, which semicolons part, stand apart from those of the next.
SEGMENTS = 1000


@dataclass(frozen=True, slots=True)
class Act:
    """What one verb says; `partly` are bodies that give a part of what they do, `pairs` that 分别 joins two lists.

    `start` and `end` are where its words stand in the sentence, `segment` counts the semicolons in front of it.
    """

    sort: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    start: int
    end: int
    segment: int = 0
    partly: tuple[str, ...] = ()
    pairs: bool = False
    word: str = ""


@dataclass
class Sentence:
    """A sentence with the acts read so far; `unread` are the words of verbs of which one side alone was read.

    `own` is the chain of places of the gazette, `congress` the congress or standing committee that decides what the
    text prints, if one does; `subject` is whom the text in front spoke of: 甲局（后更名为乙局）, 成立甲局。后更名为乙局。
    """

    text: str
    own: tuple[str, ...]
    lexicon: Lexicon
    congress: str = ""
    subject: tuple[str, ...] = ()
    acts: list[Act] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = blanked(self.text)
        self.names = NamedLists(self.text, self.own, self.lexicon, congress=bool(self.congress))

    @property
    def last(self) -> Act | None:
        """The act before."""
        return self.acts[-1] if self.acts else None

    def clause(self, verb: Verb, floor: int) -> int:
        """Where the clause of a verb begins, or what the act before it leaves of it."""
        return max(floor, clause_start(self.text, verb.plain))

    def same_segment(self, verb: Verb) -> bool:
        """Whether no semicolon parts a verb from the act before."""
        return self.last is not None and "；" not in self.text[self.last.end : verb.at]

    def made(self, verb: Verb, act: Act, *spans: Named | None) -> Act | None:
        """The act, where it is told as done; `spans` are the names that it was read from."""
        known = [(one.start, one.end) for one in spans if one]
        if not is_told(self.text, verb.at, max(act.end, verb.end), known, self.lexicon):
            return None
        pairs = "分别" in self.text[act.start : verb.end]
        return replace(act, pairs=pairs, segment=self.text.count("；", 0, verb.at), word=verb.word)

    def note(self, verb: Verb, *sides: Named | None) -> None:
        """Remember a verb of which one side alone was read, unless it tells of a plan."""
        known = [(one.start, one.end) for one in sides if one]
        if known and is_told(self.text, verb.at, verb.end, known, self.lexicon):
            self.unread.append(verb.word)

    def front(self, verb: Verb, floor: int) -> Named | None:
        """The names in front of a verb; where its clause names nobody, whom the sentence speaks of."""
        start = self.clause(verb, floor)
        found = self.names.before(start, verb.plain)
        if found is not None:
            return self.lent(self.beside_last(found))
        opens = verb.plain < clause_start(self.text, verb.start)
        if self.text[start : verb.plain].strip("＊，将把由") and not opens:
            return None
        if self.last and self.same_segment(verb):
            return Named(self.last.end, self.last.end, self.last.after) if len(self.last.after) == 1 else None
        return self._opening(verb) or (Named(0, 0, self.subject) if self.subject else None)

    def _opening(self, verb: Verb) -> Named | None:
        """The body that the segment of a verb opens with."""
        start = self.text.rfind("；", 0, verb.at) + 1
        found = opening(self.names, start, verb.at)
        return self.lent(found) if found else None

    def lent(self, found: Named) -> Named:
        """Names with the congress that decides or reports, where they are named without one."""
        return filled(found, None, self.congress, self.own, self.lexicon) or found

    def behind(self, verb: Verb, limit: int, *, sure: bool = False) -> Named | None:
        """The names behind a verb, up to `limit`."""
        return self.names.behind(verb.end, limit, self.lexicon.changes.behind, sure=sure)

    def shared(self, before: tuple[str, ...], after: Named) -> Named:
        """Names with what those before them lend them: a place, a congress."""
        names = complete([before[0], *after.names], self.own, self.lexicon)[1:]
        return Named(after.start, after.end, names)

    def beside_last(self, found: Named) -> Named:
        """区人大甲委员会更名为乙委员会，丙委员会更名为丁委员会: what the act before says for all."""
        last = self.last
        return self.shared((*last.before, *last.partly, *last.after), found) if last else found

    def just_ended(self, verb: Verb, floor: int) -> Act | None:
        """撤销A，并入B; 撤销A，其职责划入B: what ends in the clause before, where this one speaks of it or of nobody."""
        last = self.last
        told = self.text[self.clause(verb, floor) : verb.plain].lstrip("，")
        ended = last and last.sort in ("abolish", "ended") and self.same_segment(verb) and _ITS.fullmatch(told)
        return last if ended else None

    def owner(self, start: int, verb: Verb) -> tuple[Named | None, str | None]:
        """Who founds or ends what the verb names: a body in front of the verb, or a session of a congress."""
        subject = self.names.before(start, verb.plain)
        if subject is not None:
            return subject, subject.names[0] if len(subject.names) == 1 else None
        held = find_meetings(self.text[start : verb.plain])
        if not held or held[-1].cppcc:
            return None, None
        place = own_place(held[-1], self.own, self.lexicon)
        return None, f"{place}人大" + ("常委会" if held[-1].standing else "")
