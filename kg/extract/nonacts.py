"""Sentences that speak of appointment and appoint nobody, with the reason."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.context import Context
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.dates import find_dates

_PROPOSAL_TITLE = re.compile(r"议案|提请|草案|候选人|公示|拟任|建议名单|提名|预告|任前")
_RULE_TITLE = re.compile(r"(?:办法|条例|规则|规定|细则|守则|制度|程序|章程|法|意见|方案)(?:（.{1,10}）)?$")
_TOLD_TITLE = re.compile(r"大事记|年鉴|志$|史|回忆|小说|故事|评论|综述|问答|研究|历程|简历|传略|沿革|更正")
_DECIDES = re.compile(r"会议|决定|表决|通过|批准|国务院|常委会|常务委员会|人民政府|现将|任免|大会|[：:]$")


@cache
def _words(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    groups = lexicon.formulae.not_an_act
    return tuple((reason, re.compile("|".join(map(re.escape, words)))) for reason, words in groups.items())


def no_act_item(ctx: Context) -> str | None:
    """Why nothing in an item is an act: a report, a rule, a proposal; None where acts can stand in it."""
    if ctx.is_report:
        return "report"
    if ctx.type in ("agenda", "attendance", "observers", "deputy_qualification_report"):
        return ctx.type
    if _PROPOSAL_TITLE.search(ctx.title):
        return "proposed"
    if ctx.type in ("decision", "other") and _RULE_TITLE.search(ctx.title):
        return "rule"
    if ctx.type == "other" and _TOLD_TITLE.search(ctx.title):
        return "retold"
    return None


def no_act(ctx: Context, sentence: Passage) -> str | None:
    """Why a sentence with a trigger is no act, or None."""
    whole = _without_titles(sentence.text)
    telling = _telling(whole, ctx.lexicon)
    for reason, pattern in _words(ctx.lexicon):
        text = telling if reason in ("proposed", "rule") else whole
        match = pattern.search(text)
        if match is None or (reason == "agenda" and not _agenda_entry(text)):
            continue
        if reason == "proposed" and _on_proposal(text, match):
            continue
        return reason
    if ctx.type == "other" and _retold(ctx, whole):
        return "retold"
    return None


def _telling(text: str, lexicon: Lexicon) -> str:
    """The clauses with a trigger: what stands in the others does not make an act a plan or a rule."""
    clauses = re.split(r"(?<=[，；：。])", text)
    return "".join(clause for clause in clauses if any(word in clause for word in lexicon.formulae.triggers))


def _without_titles(text: str) -> str:
    """The text without what stands in 《》: a title quoted does nothing."""
    return re.sub(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》", "", text)


def _agenda_entry(text: str) -> bool:
    return bool(re.match(r"^[一二三四五六七八九十、（）]*(?:听取|审议|讨论|表决|补选|决定)?.{0,30}(?:事项|议题|议程|议案|草案）)[；。]?$", text))


def _on_proposal(text: str, match: re.Match[str]) -> bool:
    """根据某人的提名，决定任命…: the proposal is the ground of an act that follows."""
    before, after = text[: match.start()], text[match.end() :]
    return bool(re.search(r"根据|按照|依据|经", before)) and bool(re.search(r"任命|免去|接受|补选|选举", after))


def _retold(ctx: Context, text: str) -> bool:
    """Whether a sentence of an item without a heading that decides tells of another day, or of no decision at all."""
    own = ctx.date
    days = [mention.iso for mention in find_dates(text) if len(mention.iso) >= 7]
    if own and days and all(day[:7] != own[:7] for day in days):
        return True
    return not _DECIDES.search(text) and not _DECIDES.search(ctx.title)
