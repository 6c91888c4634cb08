"""What the verbs of a sentence say of bodies, one act a verb: names in front of it, names behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.reports.changes.sentence import Act, Sentence
from kg.extract.reports.changes.sources import Sources, sources
from kg.extract.reports.changes.subjects import elsewhere, filled, has_parts, own_group
from kg.extract.reports.changes.told import clause_end, clause_start, is_told
from kg.extract.reports.changes.verbs import DATE, PASSIVE, Verb, verbs
from kg.recognise.body_sorts import sort_of
from kg.recognise.named_lists import Named

_OBJECT = re.compile(r"[将把]")
_FOUNDED = re.compile(rf"$|[，。；）]|并(?!入)|[于在自](?:{DATE})")
# 更名后, 更名登记: the verb is a noun.
_NOUN = re.compile(r"[后前的]|登记|手续|工作|事宜|方案|情况|、")
_ENDS = re.compile(r"$|[，。；）]")
_INSIDE = re.compile(r"[中内里]$")
_REST = r"^(?:[、和与及]|以及)"
# 原 tells whose the functions were, where it opens the clause.
_EARLY = 4


class Reader(Sentence):
    """Reads the acts of one sentence."""

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
        if verb.sort in ("found", "again", "form"):
            return self._founded(verb, floor, limit)
        return self._ended(verb, floor, limit)

    def _renamed(self, verb: Verb, floor: int, limit: int) -> Act | None:
        ended = self.just_ended(verb, floor)
        before = Named(ended.start, ended.end, ended.before) if ended else self.front(verb, floor)
        after = self.behind(verb, limit, sure=before is not None and verb.sort == "rename")
        if before is None or after is None:
            if verb.sort == "rename" and not _NOUN.match(self.text, verb.end):
                self.note(verb, before, after)
            return None
        after = self.shared(before.names, after)
        if verb.sort == "weak" and not self._alike(before, after):
            return None
        start = min(before.start, verb.start)
        act = self.made(verb, Act("rename", before.names, after.names, start, after.end), before, after)
        if ended and act:
            self.acts.remove(ended)
        return act

    def _alike(self, before: Named, after: Named) -> bool:
        """Whether a verb that is said of much else has bodies of one sort on both sides, and does not amend a text."""
        sorts = {sort_of(name, self.lexicon) for name in (*before.names, *after.names)}
        quoted = self.text.startswith("”", before.end)
        return (len(sorts) == 1 or sorts <= {"organ", "institution"}) and not quoted

    def _reshaped(self, verb: Verb, floor: int) -> Act | None:
        """甲县撤县设区: what comes of it stands in the next clause."""
        before = self.front(verb, floor)
        if before is None:
            return None
        return self.made(verb, Act("reshape", before.names, (), before.start, verb.end), before)

    def _sources(self, verb: Verb, floor: int) -> tuple[int, Sources | None]:
        """The bodies in front of a verb, or what they do: behind 将 where one stands, else in the clause."""
        for match in _OBJECT.finditer(self.text, floor, verb.plain):
            read = sources(self.text[match.end() : verb.plain], self.own, self.lexicon)
            if read:
                return match.end(), read
        start = self.clause(verb, floor)
        front = self.names.before(start, verb.plain)
        if front:
            return front.start, Sources(self.lent(front).names, (), functions=False)
        return start, sources(self.text[start : verb.plain], self.own, self.lexicon)

    def _merged(self, verb: Verb, floor: int, limit: int) -> Act | None:
        """A与B合并为C; 将A的职责、B的…职责整合，组建C; 整合A、B，组建C: what comes of it may stand in the next clause."""
        result = verb.word not in self.lexicon.changes.merges
        start, read = self._sources(verb, floor)
        end = verb.plain
        after = self.behind(verb, limit, sure=read is not None) if result else None
        if read is None and after and (ended := self.just_ended(verb, floor)):
            return self.made(verb, Act("merge", ended.before, after.names, ended.start, after.end), after)
        if read is None and not result:
            start, end = verb.end, limit if limit < len(self.text) else clause_end(self.text, verb.end)
            read = sources(self.text[start:end], self.own, self.lexicon)
        if read is None or (result and after is None):
            self.note(verb, Named(start, end, ()) if read else None, after)
            return None
        if after is not None:
            after = self.shared((*read.whole, *read.partly), after)
        act = Act("merge", read.whole, after.names if after else (), min(start, verb.start), verb.end, 0, read.partly)
        act = replace(act, end=after.end if after else max(end, verb.end))
        return self.made(verb, act, Named(start, end, ()), after)

    def _into(self, verb: Verb, floor: int, limit: int) -> Act | None:
        """A并入B; A的…职责划入B; 撤销A，其职责划入B. A划归B管理 changes neither."""
        given, words = verb.word.endswith("由"), self.lexicon.changes
        after = self.names.behind(verb.end, limit, f"^{words.takes}" if given else words.behind)
        if after is None or len(after.names) != 1:
            return None
        if ended := self.just_ended(verb, floor):
            return self.made(verb, Act("merge", ended.before, after.names, ended.start, after.end), after)
        start, read = self._sources(verb, floor)
        if read is None and (subject := self.front(verb, floor)):
            start, read = subject.start, Sources(subject.names, (), functions=False)
        if read is None:
            if verb.sort == "into":
                self.note(verb, after)
            return None
        if verb.sort == "functions" and not read.functions:
            return None
        after = self.shared((*read.whole, *read.partly), after)
        sort = "transfer" if read.functions else "merge"
        act = Act(sort, (*read.whole, *read.partly), after.names, min(start, verb.start), after.end)
        return self.made(verb, act, Named(start, verb.plain, ()), after)

    def _split(self, verb: Verb, floor: int, limit: int) -> Act | None:
        """A分设为B和C; 从A分离出…，设立B: what comes of it may stand in the next clause."""
        start = self.clause(verb, floor)
        inside = verb.sort == "apart" and _INSIDE.search(self.text[start : verb.plain])
        before = self.names.before(start, verb.plain - 1 if inside else verb.plain)
        after = self.behind(verb, limit)
        if before is None or len(before.names) != 1:
            if after and len(after.names) > 1:
                self.note(verb, after)
            return None
        if verb.sort == "apart" and "从" not in self.text[start : before.start]:
            return None
        before = self.lent(before)
        if verb.sort == "split" and (len(after.names) == 1 if after else verb.word.endswith(("为", "成", "成立"))):
            return None
        names = self.shared(before.names, after).names if after else ()
        act = Act(verb.sort, before.names, names, min(before.start, verb.start), after.end if after else verb.end)
        return self.made(verb, act, before, after)

    def _founded(self, verb: Verb, floor: int, limit: int) -> Act | None:
        """设立A; 某会设立A, which may be its own; A挂牌成立."""
        if verb.sort == "form" and not (self.last and self.last.sort == "merge" and not self.last.after):
            return None
        start = self.clause(verb, floor)
        subject, owner = self.owner(start, verb)
        owner = owner or elsewhere(self.text, self.own)
        replaces = self.last is not None and self.last.sort == "abolish" and self.same_segment(verb)
        after = self.behind(verb, limit, sure=has_parts(owner) or replaces)
        after = after or own_group(self.text, verb.end, owner)
        if after is None:
            self.note(verb, self.names.behind(verb.end, limit, _REST))
            return self._founded_behind(verb, start) if verb.sort == "found" else None
        after = after if owner else self.beside_last(after)
        full = filled(after, owner, self.congress, self.own, self.lexicon)
        if full is None:
            self.note(verb, after)
            return None
        # 设置两个重点镇: places are named so, not founded.
        if verb.word == "设置" and any(sort_of(name, self.lexicon) == "place" for name in full.names):
            return None
        return self.made(verb, Act(verb.sort, (), full.names, verb.start, after.end), subject, after)

    def _founded_behind(self, verb: Verb, start: int) -> Act | None:
        """The name in front of a verb that nothing follows: 某局挂牌成立, 某局于某年成立."""
        if not _FOUNDED.match(self.text, verb.end):
            return None
        front = re.search(self.lexicon.changes.behind_founded + r"$", self.text[start : verb.end])
        end = min(start + front.start(), verb.plain) if front else verb.plain
        named = self.names.before(start, end)
        if named is None or any(sort_of(name, self.lexicon) == "place" for name in named.names):
            return None
        return self.made(verb, Act("found", (), named.names, named.start, verb.end), named)

    def _ended(self, verb: Verb, floor: int, limit: int) -> Act | None:
        """撤销A; 不再保留A; A被撤销."""
        subject, owner = self.owner(self.clause(verb, floor), verb)
        follow = self.lexicon.changes.behind_abolished
        before = self.names.behind(verb.end, limit, follow, sure=has_parts(owner))
        if before is not None:
            lent = before if owner else self.beside_last(before)
            before = filled(lent, owner, self.congress, self.own, self.lexicon) or before
        elif _ENDS.match(self.text, verb.end):
            before = subject or self.front(verb, floor)
        if before is None:
            self.note(verb, self.names.behind(verb.end, limit, _REST))
            return None
        start, end = min(verb.start, before.start), max(verb.end, before.end)
        return self.made(verb, Act(verb.sort, before.names, (), start, end), before)

    def _passive(self) -> list[Act]:
        """原A承担的某项职责由B承担: 原, or a word that it goes over, tells who had it; else the end of A does."""
        found = []
        for match in PASSIVE.finditer(self.text):
            start = clause_start(self.text, match.start())
            after = self.names.behind(match.end(), len(self.text), f"^{self.lexicon.changes.takes}")
            front = self.text[start : match.end("duty")]
            read = sources(front, self.own, self.lexicon) if after and len(after.names) == 1 else None
            if after is None or read is None or not read.functions:
                continue
            moved = (*read.whole, *read.partly)
            sort = "transfer" if match["cue"].strip("，") or "原" in front[:_EARLY] else "given"
            spans = [(start, match.start()), (after.start, after.end)]
            if is_told(self.text, match.end(), after.end, spans, self.lexicon):
                segment = self.text.count("；", 0, match.start())
                found.append(Act(sort, moved, self.shared(moved, after).names, start, after.end, segment))
        return found
