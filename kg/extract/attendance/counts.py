"""How many were to come to a meeting, came, and were on leave, as its papers print it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.context import Context
from kg.recognise.numbers import NUMERAL, number

_PRINTED = re.compile(
    rf"(?P<kind>应出席|应到会|应到|应参加|实际出席|实际到会|实到会|实到|到会|出席|请假|缺席)"
    rf"(?:会议|本次会议|的|委员|常委会|组成人员|代表|人数|人员|为){{0,4}}[（：]{{0,2}}(?:共|计)?(?P<count>{NUMERAL})[人名位]"
)


@dataclass(slots=True)
class Counts:
    """The counts that a meeting's papers print."""

    expected: int | None = None
    present: int | None = None
    on_leave: int | None = None


def printed_counts(ctx: Context) -> Counts:
    """The counts of a list, or of a sentence that says how many were to come and how many came."""
    counts = Counts()
    listed = ctx.type in ("attendance", "observers")
    for passage in [line.tight for line in ctx.draft.body] if listed else ctx.sentences:
        found = list(_PRINTED.finditer(passage.text))
        if not listed and not (len(found) > 1 and found[0]["kind"].startswith(("应", "到", "实"))):
            continue
        for match in found:
            _add(counts, match, passage.text)
    return counts


def _add(counts: Counts, match: re.Match[str], text: str) -> None:
    kind, count = match["kind"], number(match["count"])
    if kind.startswith("应"):
        counts.expected = counts.expected or count
    elif kind in ("请假", "缺席"):
        part_of_a_sum = "其中" in text[max(0, match.start() - 6) : match.start()]
        if count is not None and not part_of_a_sum:
            counts.on_leave = (counts.on_leave or 0) + count
    else:
        counts.present = counts.present or count
