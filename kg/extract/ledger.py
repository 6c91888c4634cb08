"""How the sentences with a word of appointment or removal ended: as a fact, as no act with a reason, or in the issues.

Several readers see the same sentence. Each notes what it knows, and the account is made once, when all have read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.model.facts import Evidence
from kg.model.gazette import Triggers
from kg.model.source import Passage


def has_trigger(sentence: Passage, lexicon: Lexicon) -> bool:
    """Whether a sentence holds a word of appointment or removal."""
    return any(word in sentence.text for word in lexicon.formulae.triggers)


@dataclass(slots=True)
class Ledger:
    """Why the sentences of one item that hold a trigger are no acts, by where they begin in the source."""

    reasons: dict[int, str] = field(default_factory=dict)

    def no_act(self, sentence: Passage, reason: str) -> None:
        """Note that a sentence is recognised as no act."""
        self.reasons[sentence.offsets[0]] = reason

    def not_understood(self, sentence: Passage) -> None:
        """Note that a sentence tells of an act after all, and was not read."""
        self.reasons.pop(sentence.offsets[0], None)

    def settle(self, sentences: Iterable[Passage], stated: Iterable[Evidence], triggers: Triggers) -> None:
        """Add the account of an item to `triggers`; `sentences` are those with a trigger."""
        spans = sorted((evidence.start, evidence.end) for evidence in stated)
        for sentence in sentences:
            start, end = sentence.span
            if any(first < end and last > start for first, last in spans):
                triggers.facts += 1
            elif start in self.reasons:
                triggers.reasons[self.reasons[start]] += 1
            else:
                triggers.issues += 1
