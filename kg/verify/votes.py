"""Votes whose numbers do not fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model.facts import Vote
from kg.model.source import Passage
from kg.verify.record import Contradiction, Paper, Record, finding

# Ballots that are counted nowhere, so that the three numbers need not add up.
_OTHERS = re.compile(r"未(?:按|参加|投|表决)|收回|发出|有效票|废票|无效|另选|他人|空白|缺席|中途|回避")
_PRESENT = re.compile(
    r"(?:实际?到会?|实际出席|出席(?:会议)?|到会)[^，。；\d]{0,12}?[〇零一二三四五六七八九十百\d]+[名人位]"
)


def vote_sums(record: Record) -> Iterator[Contradiction]:
    """More votes than voters; fewer, where nothing tells of those who did not vote; more present than members."""
    for vote in record.gazette.votes:
        paper = record.paper(vote.evidence)
        present = _present(paper, vote) if paper else None
        if paper is None or present is None or vote.attending is None:
            continue
        if vote.members is not None and vote.attending > vote.members:
            told = {"attending": vote.attending, "members": vote.members}
            yield finding("more_than_members", told, paper.side(present), vote.evidence)
        yield from _sum(vote, vote.attending, paper, present)


def _sum(vote: Vote, attending: int, paper: Paper, present: Passage) -> Iterator[Contradiction]:
    numbers = [one for one in (vote.votes_for, vote.votes_against, vote.abstentions) if one is not None]
    whole = len(numbers) == 3 and not _OTHERS.search(paper.ctx.text)
    if numbers and (sum(numbers) > attending or (whole and sum(numbers) < attending)):
        added = " + ".join(map(str, numbers))
        told = {"added": added, "attending": str(attending)}
        yield finding("votes", told, vote.evidence, paper.side(present), confidence=0.95)


def _present(paper: Paper, vote: Vote) -> Passage | None:
    """The one place where a paper says how many came; where it says so twice, it is not certain which vote it means."""
    found = [
        paragraph[match.start() : match.end()]
        for paragraph in paper.paragraphs
        for match in _PRESENT.finditer(paragraph.text)
    ]
    return found[0] if len(found) == 1 else None
