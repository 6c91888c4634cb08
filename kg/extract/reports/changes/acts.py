"""What the verbs of a sentence say of bodies, one act a verb: names in front of it, names behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.extract.reports.changes.sources import Sources, sources
from kg.extract.reports.changes.subjects import filled, has_parts, opening
from kg.extract.reports.changes.told import clause_end, clause_start, is_told
from kg.extract.reports.changes.verbs import DATE, PASSIVE, Verb, blanked, verbs
from kg.lexicon import Lexicon
from kg.recognise.body_sorts import complete, sort_of
from kg.recognise.meetings import find_meetings, own_place
from kg.recognise.named_lists import Named, NamedLists

# 其职责, 将其行政区域: of the body that the clause before ends.
_ITS = re.compile(
    r"(?:将|把)?(?:其|原|该[乡镇街县区局委])?(?:全部|所有|所辖|管辖的?)?"
    r"(?:(?:行政|管辖)?(?:区域|辖区)|职责|职能|人员|机构|业务|工作)?[一-龥、]{0,6}"
)
_OBJECT = re.compile(r"[将把]")
_FOUNDED = re.compile(rf"$|[，。；）]|并(?!入)|[于在自](?:{DATE})")
# 更名后, 更名登记: the verb is a noun.
_NOUN = re.compile(r"[后前的]|登记|手续|工作|事宜|方案|情况|、")
_EARLY = 4
_REST = r"^(?:[、和与及]|以及)"
_INSIDE = re.compile(r"[中内里]$")


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
class Reader:
    """Reads one sentence; `unread` are the words of verbs with a body on one side and none that was read on the other.

    `congress` is the congress or standing committee that decides what the text prints, if one does.
    """

    text: str
    own: tuple[str, ...]
    lexicon: Lexicon
    congress: str = ""
    acts: list[Act] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = blanked(self.text)
        self.names = NamedLists(self.text, self.own, self.lexicon)

    def read(self) -> list[Act]:
        """The acts of the sentence, in order; those that are only planned are left out."""
        found = verbs(self.text, self.lexicon)
        floor = 0
        for at, verb in enumerate(found):
            limit = found[at + 1].plain if at + 1 < len(found) else len(self.text)
            semicolon = max(self.text.rfind(sign, 0, verb.at) for sign in "；。") + 1
            act = self._act(verb, max(floor, semicolon), limit)
            if act is not None:
                floor = max(floor, act.end)
                self.acts.append(act)
        self.acts += self._passive()
        return sorted(self.acts, key=lambda act: act.start)

    def _act(self, verb: Verb, floor: int, limit: int) -> Act | None:
        if verb.sort in ("rename", "weak"):
            return self._renamed(verb, floor, limit)
        if verb.sort == "merge":
            return self._merged(verb, floor, limit)
        if verb.sort in ("into", "functions"):
            return self._into(verb, floor, limit)
        if verb.sort in ("split", "apart"):
            return self._split(verb, floor, limit)
        if verb.sort == "reshape":
            return self._reshaped(verb, floor)
        return self._founded(verb, floor, limit) if verb.sort in ("found", "again") else self._ended(verb, floor, limit)

    def _made(self, verb: Verb, act: Act, *spans: Named | None) -> Act | None:
        """The act, where it is told as done."""
        known = [(one.start, one.end) for one in spans if one]
        if not is_told(self.text, verb.at, max(act.end, verb.end), known, self.lexicon):
            return None
        pairs = "分别" in self.text[act.start : verb.end]
        return replace(act, pairs=pairs, segment=self.text.count("；", 0, verb.at), word=verb.word)

    def _note(self, verb: Verb, *sides: Named | None) -> None:
        """Remember a verb of which one side alone was read, unless it tells of a plan."""
        known = [(one.start, one.end) for one in sides if one]
        if known and is_told(self.text, verb.at, verb.end, known, self.lexicon):
            self.unread.append(verb.word)

    def _front(self, verb: Verb, floor: int) -> Named | None:
        """The names in front of a verb; where its clause names nobody, whom the sentence speaks of."""
        start = max(floor, clause_start(self.text, verb.plain))
        found = self.names.before(start, verb.plain)
        if found or self.text[start : verb.plain].strip("＊，将把由"):
            return self._beside_last(found) if found else None
        if self.acts:
            last = self.acts[-1]
            return Named(last.end, last.end, last.after) if len(last.after) == 1 else None
        return opening(self.names, verb.at)

    def _beside_last(self, found: Named) -> Named:
        """区人大甲委员会更名为乙委员会，丙委员会更名为丁委员会: what the act before says for all."""
        last = self.acts[-1] if self.acts else None
        return self._shared((*last.before, *last.partly, *last.after), found) if last else found

    def _behind(self, verb: Verb, limit: int, *, sure: bool = False) -> Named | None:
        return self.names.behind(verb.end, limit, self.lexicon.changes.behind, sure=sure)

    def _renamed(self, verb: Verb, floor: int, limit: int) -> Act | None:
        before = self._front(verb, floor)
        after = self._behind(verb, limit, sure=before is not None and verb.sort == "rename")
        if before is None or after is None:
            if verb.sort == "rename" and not _NOUN.match(self.text, verb.end):
                self._note(verb, before, after)
            return None
        after = self._shared(before.names, after)
        if verb.sort == "weak" and not self._alike(before, after, verb):
            return None
        start = min(before.start, verb.start)
        return self._made(verb, Act("rename", before.names, after.names, start, after.end), before, after)

    def _alike(self, before: Named, after: Named, verb: Verb) -> bool:
        """Whether a verb that is said of much else has bodies of one sort on both sides, and does not amend a text."""
        sorts = {sort_of(name, self.lexicon) for name in (*before.names, *after.names)}
        quoted = self.text.startswith("”", before.end)
        return (len(sorts) == 1 or sorts <= {"organ", "institution"}) and not quoted

    def _shared(self, before: tuple[str, ...], after: Named) -> Named:
        names = complete([before[0], *after.names], self.own, self.lexicon)[1:]
        return Named(after.start, after.end, names)

    def _sources(self, verb: Verb, floor: int) -> tuple[int, Sources | None]:
        """The bodies in front of a verb, or what they do: behind 将 where one stands, else in the clause."""
        objects = list(_OBJECT.finditer(self.text, floor, verb.plain))
        for match in objects:
            read = sources(self.text[match.end() : verb.plain], self.own, self.lexicon)
            if read:
                return match.end(), read
        front = self.names.before(max(floor, clause_start(self.text, verb.plain)), verb.plain)
        if front:
            return front.start, Sources(front.names, (), functions=False)
        start = max(floor, clause_start(self.text, verb.plain))
        return start, sources(self.text[start : verb.plain], self.own, self.lexicon)

    def _merged(self, verb: Verb, floor: int, limit: int) -> Act | None:
        """A与B合并为C; 将A的职责、B的…职责整合，组建C; 整合A、B，组建C: what comes of it may stand in the next clause."""
        result = verb.word not in self.lexicon.changes.merges
        start, read = self._sources(verb, floor)
        end = verb.plain
        after = self._behind(verb, limit, sure=read is not None) if result else None
        if read is None and after and (ended := self._just_ended(verb, floor)):
            return self._made(verb, Act("merge", ended.before, after.names, ended.start, after.end), after)
        if read is None and not result:
            stop = limit if limit < len(self.text) else clause_end(self.text, verb.end)
            start, end = verb.end, stop
            read = sources(self.text[start:end], self.own, self.lexicon)
        if read is None or (result and after is None):
            self._note(verb, Named(start, end, ()) if read else None, after)
            return None
        if after is not None:
            after = self._shared((*read.whole, *read.partly), after)
        act = Act("merge", read.whole, after.names if after else (), min(start, verb.start), verb.end, 0, read.partly)
        act = replace(act, end=after.end if after else max(end, verb.end))
        return self._made(verb, act, Named(start, end, ()), after)

    def _into(self, verb: Verb, floor: int, limit: int) -> Act | None:
        """A并入B; A的…职责划入B; 撤销A，其职责划入B. A划归B管理 changes neither."""
        given = verb.word.endswith("由")
        words = self.lexicon.changes
        after = self.names.behind(verb.end, limit, f"^{words.takes}" if given else words.behind)
        if after is None or len(after.names) != 1:
            return None
        if ended := self._just_ended(verb, floor):
            return self._made(verb, Act("merge", ended.before, after.names, ended.start, after.end), after)
        start, read = self._sources(verb, floor)
        if read is None and (subject := self._front(verb, floor)):
            start, read = subject.start, Sources(subject.names, (), functions=False)
        if read is None:
            if verb.sort == "into":
                self._note(verb, after)
            return None
        span = Named(start, verb.plain, ())
        after = self._shared((*read.whole, *read.partly), after)
        begin = min(start, verb.start)
        if verb.sort == "into" and not read.functions:
            return self._made(verb, Act("merge", read.whole, after.names, begin, after.end), span, after)
        if not read.functions:
            return None
        moved = (*read.whole, *read.partly)
        return self._made(verb, Act("transfer", moved, after.names, begin, after.end), span, after)

    def _just_ended(self, verb: Verb, floor: int) -> Act | None:
        """撤销A，并入B; 撤销A，其职责划入B: what ends in the clause before, where this one speaks of it or of nobody."""
        last = self.acts[-1] if self.acts else None
        clause = self.text[max(clause_start(self.text, verb.plain), floor) : verb.plain].lstrip("，")
        same = last is not None and "；" not in self.text[last.end : verb.at]
        return last if last and same and last.sort in ("abolish", "ended") and _ITS.fullmatch(clause) else None

    def _split(self, verb: Verb, floor: int, limit: int) -> Act | None:
        """A分设为B和C; 从A分离出…，设立B: what comes of it may stand in the next clause."""
        start = max(floor, clause_start(self.text, verb.plain))
        end = verb.plain - 1 if verb.sort == "apart" and _INSIDE.search(self.text[start : verb.plain]) else verb.plain
        before = self.names.before(start, end)
        after = self._behind(verb, limit)
        if before is None or len(before.names) != 1:
            if after and len(after.names) > 1:
                self._note(verb, after)
            return None
        if verb.sort == "apart" and "从" not in self.text[start : before.start]:
            return None
        if after is not None:
            after = self._shared(before.names, after)
        elif verb.sort == "split" and verb.word.endswith(("为", "成", "成立")):
            return None
        if verb.sort == "split" and after is not None and len(after.names) == 1:
            return None
        names = after.names if after else ()
        act = Act(verb.sort, before.names, names, min(before.start, verb.start), after.end if after else verb.end)
        return self._made(verb, act, before, after)

    def _reshaped(self, verb: Verb, floor: int) -> Act | None:
        """甲县撤县设区: what comes of it stands in the next clause."""
        before = self._front(verb, floor)
        if before is None:
            return None
        return self._made(verb, Act("reshape", before.names, (), before.start, verb.end), before)

    def _owner(self, start: int, verb: Verb) -> tuple[Named | None, str | None]:
        """Who founds or ends what the verb names, as it stands in front of the verb: a body, or a session of a congress."""
        subject = self.names.before(start, verb.plain)
        if subject is not None:
            return subject, subject.names[0] if len(subject.names) == 1 else None
        held = find_meetings(self.text[start : verb.plain])
        if not held or held[-1].cppcc:
            return None, None
        place = own_place(held[-1], self.own, self.lexicon)
        return None, f"{place}人大" + ("常委会" if held[-1].standing else "")

    def _founded(self, verb: Verb, floor: int, limit: int) -> Act | None:
        """设立A; 某会设立A, which may be its own; A挂牌成立."""
        start = max(floor, clause_start(self.text, verb.plain))
        subject, owner = self._owner(start, verb)
        last = self.acts[-1] if self.acts else None
        beside = last is not None and last.sort == "abolish" and "；" not in self.text[last.end : verb.at]
        after = self._behind(verb, limit, sure=has_parts(owner) or beside)
        if after is None:
            self._note(verb, self.names.behind(verb.end, limit, _REST))
            return self._founded_behind(verb, start) if verb.sort == "found" else None
        if owner is None:
            after = self._beside_last(after)
        full = filled(after, owner, self.congress, self.own, self.lexicon)
        if full is None:
            self._note(verb, after)
            return None
        return self._made(verb, Act(verb.sort, (), full.names, verb.start, after.end), subject, after)

    def _founded_behind(self, verb: Verb, start: int) -> Act | None:
        """The name in front of a verb that nothing follows: 某局挂牌成立, 某局于某年成立."""
        if not _FOUNDED.match(self.text, verb.end):
            return None
        front = re.search(self.lexicon.changes.behind_founded + r"$", self.text[start : verb.end])
        end = min(start + front.start(), verb.plain) if front else verb.plain
        name = self.names.before(start, end)
        if name is None or any(sort_of(one, self.lexicon) == "place" for one in name.names):
            return None
        return self._made(verb, Act("found", (), name.names, name.start, verb.end), name)

    def _ended(self, verb: Verb, floor: int, limit: int) -> Act | None:
        """撤销A; 不再保留A; A被撤销."""
        clause = max(floor, clause_start(self.text, verb.plain))
        subject, owner = self._owner(clause, verb)
        follow = self.lexicon.changes.behind_abolished
        before = self.names.behind(verb.end, limit, follow, sure=has_parts(owner))
        if before is not None:
            lent = before if owner else self._beside_last(before)
            before = filled(lent, owner, self.congress, self.own, self.lexicon) or before
        elif re.match(r"$|[，。；）]", self.text[verb.end :]):
            before = subject
        if before is None:
            return None
        start, end = min(verb.start, before.start), max(verb.end, before.end)
        return self._made(verb, Act(verb.sort, before.names, (), start, end), before)

    def _passive(self) -> list[Act]:
        """原A承担的某项职责由B承担: 原, or a word that it goes over, tells who had it; else the end of A does."""
        found = []
        for match in PASSIVE.finditer(self.text):
            start = clause_start(self.text, match.start())
            after = self.names.behind(match.end(), len(self.text), f"^{self.lexicon.changes.takes}")
            front = self.text[start : match.end("duty")]
            if after is None or len(after.names) != 1:
                continue
            sort = "transfer" if match["cue"].strip("，") or "原" in front[:_EARLY] else "given"
            read = sources(front, self.own, self.lexicon)
            if read is None or not read.functions:
                continue
            moved = (*read.whole, *read.partly)
            names = self._shared(moved, after).names
            span = [(start, match.start()), (after.start, after.end)]
            if is_told(self.text, match.end(), after.end, span, self.lexicon):
                segment = self.text.count("；", 0, match.start())
                found.append(Act(sort, moved, names, start, after.end, segment))
        return found
