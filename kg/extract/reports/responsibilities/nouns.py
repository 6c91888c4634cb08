"""What a body is for something: 区数据局是数据治理的牵头单位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.reports.responsibilities.agents import Slots
from kg.extract.reports.responsibilities.clauses import as_object
from kg.extract.reports.responsibilities.running import Duty
from kg.lexicon import Lexicon
from kg.recognise.running_names import any_of


@cache
def nouns(lexicon: Lexicon) -> re.Pattern[str]:
    """是/为/作为/成为 X 的 noun, up to the end of the clause."""
    words = any_of([word for row in lexicon.duties.nouns.values() for word in row])
    return re.compile(
        r"(?:同志)?(?:要|应|应当|均|都|分别|共同)?(?:是|为|作为|成为|担任)(?P<object>[^，。；：、是为]{2,60}?)的?"
        rf"(?P<noun>{words})(?=$|[，。；、：（）])"
    )


def named_for(slots: Slots) -> Iterator[Duty]:
    """The duties that a sentence states by such a noun."""
    kinds = {word: kind for kind, row in slots.lexicon.duties.nouns.items() for word in row}
    for match in nouns(slots.lexicon).finditer(slots.masked):
        chain = slots.ending_at(match.start())
        about = as_object(slots.text[match.start("object") : match.end("object")], slots.lexicon)
        if chain and about:
            yield Duty(chain.agents, match["noun"], kinds[match["noun"]], about)
