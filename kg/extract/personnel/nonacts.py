"""Sentences that speak of appointment and appoint nobody, with the reason."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.context import Context
from kg.extract.personnel.slots import without_slots
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.dates import find_dates

_PROPOSAL_TITLE = re.compile(r"议案|提请|草案|候选人|公示|拟任|建议名单|提名|预告|任前")
# Words of a proposal that are the ground of an act where they end their clause: 院长某某提请，免去…
_GROUNDS = ("提请", "提名")
_PROPOSES = re.compile(r"(?:建议|推荐|提名|拟任|拟提|拟免|拟补选|提请|请依法|请予)[^，。；]{0,24}[：:]$")
# 根据院长某某的提请：, the ground of the acts below.
_GROUND = re.compile(r"^(?:现)?(?:根据|按照|依照|依据|应|经)[^，。；]{2,60}的(?:提请|提名|提议)[：:]$")
_SAMPLE_TITLE = re.compile(r"范文|格式|样本|模板|示例|填写说明|写法|怎么写|如何")
# What would only follow from a vote: 如果表决通过，将任命…
_CONDITION = re.compile(r"(?:如果|假如|倘若|一旦|如(?![期实下上])|若)[^，。；]{0,12}(?:通过|当选|批准)[，后]")
# 因工作需要 is a reason and no rule.
_NEED = re.compile(r"(?:工作|事业|发展|组织)需要")
_REFUSED = re.compile(r"不(?:同意|接受|批准|予)(?:任命|免去|撤销|辞去|[^，。；]{2,24}辞去)")
_CHAPTER = re.compile(r"^(?:《[^》]{2,30}》)?第[一二三四五六七八九十百\d]{1,4}[编篇章节](?!选举)")
_RULE_TITLE = re.compile(r"(?:办法|条例|规则|规定|细则|守则|制度|程序|章程|法|意见|方案)(?:（.{1,10}）)?$")
_TOLD_TITLE = re.compile(r"大事记|年鉴|志(?:$|》|·)|史|回忆|小说|故事|评论|综述|问答|研究|历程|简历|传略|沿革|更正")
# What the first line of a paper says that itself puts people into posts, also where no day is printed.
_DECLARES = re.compile(r"任免|任命|免去|补选|当选|决定[：:]|名单|公告|通知|令(?:（.{1,12}）|第.{1,8}号)?$")
_DECIDES = re.compile(
    r"会议|决定|投票|计票|得票|补选|^结果|表决|通过|批准|国务院|常委会|常务委员会|人民政府|现将|任免|大会|[：:]$"
)


# Counts and classes of people: 任命48名人民陪审员, 免去部分审判人员职务, 补选省人大代表2名.
_CLASS = re.compile(
    r"(?:任命|聘任|免去|补选|选举|增选|推选|接受)(?:产生|了|出)?[^，。；：、（]{0,30}?"
    r"(?:(?:\d+|[一二两三四五六七八九十百]+)(?:名|位|人)|个(?=县|市|区)|部分|若干|有关)[^，。；：、（]{0,16}$"
)


@cache
def _words(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    groups = lexicon.formulae.not_an_act
    return {reason: re.compile("|".join(_apart(word, lexicon) for word in words)) for reason, words in groups.items()}


def _apart(word: str, lexicon: Lexicon) -> str:
    """A word that does not begin inside one of an act: 免去年某 holds no 去年."""
    cuts = [(verb[:cut], verb[cut:]) for verb in lexicon.formulae.triggers for cut in range(1, len(verb))]
    fronts = sorted({front for front, rest in cuts if word.startswith(rest)})
    return "".join(f"(?<!{re.escape(front)})" for front in fronts) + re.escape(word)


def no_act_item(ctx: Context) -> str | None:
    """Why nothing in an item is an act: a report, a rule, a proposal; None where acts can stand in it."""
    if ctx.is_report:
        return "report"
    if ctx.type in ("agenda", "attendance", "observers", "deputy_qualification_report", "filing_report"):
        return ctx.type
    if _PROPOSAL_TITLE.search(ctx.title):
        return "proposed"
    if _SAMPLE_TITLE.search(ctx.title):
        return "sample"
    if ctx.type in ("decision", "other") and _RULE_TITLE.search(ctx.title):
        return "rule"
    if ctx.type == "other" and (_TOLD_TITLE.search(ctx.title) or _in_book(ctx)):
        return "retold"
    return None


def _in_book(ctx: Context) -> bool:
    """Whether an item opens with the heading of a chapter: an annal or a yearbook, which retells."""
    return ctx.note is None and any(_CHAPTER.match(line.text) for line in ctx.draft.lines[:2])


def no_act(ctx: Context, sentence: Passage) -> str | None:
    """Why a whole sentence with a trigger is no act, or None."""
    text = _without_titles(sentence.text)
    words, said = _words(ctx.lexicon), without_slots(text, ctx.lexicon)
    if _agenda_entry(text):
        return "agenda"
    if conditional(text):
        return "rule"
    for reason in ("refused", "anonymous"):
        if words[reason].search(said):
            return reason
    if words["retold"].search(said) or (ctx.type == "other" and _retold(ctx, text)):
        return "retold"
    told = [
        part for part in re.split(r"[，；：。]", text) if any(word in part for word in ctx.lexicon.formulae.triggers)
    ]
    parts = [part for part in told if not words["mentioned"].search(without_slots(part, ctx.lexicon))]
    if told and not parts:
        return "mentioned"
    reasons = [clause_no_act(part, ctx.lexicon) for part in parts]
    return next(iter(reasons), None) if reasons and all(reasons) else None


def clause_no_act(text: str, lexicon: Lexicon) -> str | None:
    """Why a clause only proposes an act or rules on one, or None."""
    text = _NEED.sub("", re.sub(r"（[^（）]*）", "", _without_titles(text)))
    text = without_slots(text, lexicon)
    words = _words(lexicon)
    if _REFUSED.search(text):
        return "refused"
    proposed = words["proposed"].search(text)
    if proposed and not _on_proposal(text, proposed):
        return "proposed"
    return "rule" if words["rule"].search(text) else None


def refused(text: str, lexicon: Lexicon) -> bool:
    """Whether a text says that what it tells was refused."""
    return bool(_words(lexicon)["refused"].search(without_slots(text, lexicon)))


def excused(clause: str, lexicon: Lexicon) -> bool:
    """Whether a word of a clause itself tells that it is no act."""
    said, words = without_slots(_without_titles(clause), lexicon), _words(lexicon)
    told = any(words[reason].search(said) for reason in ("retold", "anonymous", "mentioned"))
    return told or clause_no_act(clause, lexicon) is not None


def conditional(text: str) -> bool:
    """Whether a text tells what would only follow from a vote."""
    return bool(_CONDITION.search(text))


def names_nobody(text: str, lexicon: Lexicon) -> bool:
    """Whether the acts that a sentence tells are told by the number or the class of people alone."""
    parts = [part for part in re.split(r"[，；。]", text) if any(word in part for word in lexicon.formulae.triggers)]
    return bool(parts) and all(_CLASS.search(part) for part in parts)


def header_proposes(text: str) -> bool:
    """Whether the heading of a list only proposes what stands below it: 建议：, 推荐下列人选：."""
    return bool(_PROPOSES.search(text)) and not _GROUND.match(text)


def _without_titles(text: str) -> str:
    """The text without what stands in 《》: a title quoted does nothing."""
    return re.sub(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》", "", text)


def _agenda_entry(text: str) -> bool:
    if re.match(r"^[一二三四五六七八九十]{1,3}、(?:依法)?(?:补选|选举)[^为：]{2,60}$", text):
        return True
    return bool(
        re.match(
            r"^[一二三四五六七八九十、（）]*(?:听取|审议|讨论|表决|补选|决定)?.{0,30}(?:事项|议题|议程|议案|草案）)[；。]?$",
            text,
        )
    )


def _on_proposal(text: str, match: re.Match[str]) -> bool:
    """根据某人的提名，决定任命…: the proposal is the ground of an act that follows."""
    before, after = text[: match.start()], text[match.end() :]
    if match.group() in _GROUNDS and (after == "" or after.startswith("，")):
        return True
    acts_before = re.search(r"任命|免去|接受|补选|当选|终止", before)
    return bool(acts_before) or (
        bool(re.search(r"根据|按照|依据|经", before)) and bool(re.search(r"任命|免去|接受|补选|选举", after))
    )


def tells_of_another_time(ctx: Context, text: str) -> bool:
    """Whether a sentence of an item whose day is known tells of other months alone."""
    days = [mention.iso for mention in find_dates(text) if len(mention.iso) >= 7]
    return bool(ctx.date and days) and all(day[:7] != (ctx.date or "")[:7] for day in days)


def _retold(ctx: Context, text: str) -> bool:
    """Whether a sentence of an item without a heading that decides tells of another day, or of no decision at all."""
    if ctx.date is None and ctx.meeting is None and not _DECLARES.search(ctx.draft.lines[0].text):
        return True
    if tells_of_another_time(ctx, text):
        return True
    if ctx.declared:
        return False
    return not _DECIDES.search(text) and not _DECIDES.search(ctx.title) and not _DECLARES.search(ctx.title)
