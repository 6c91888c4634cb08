"""Whom a vote is about: the name right in front of a count, or the one that the act voted on names."""

from __future__ import annotations

import re

from kg.extract.context import Context
from kg.model.source import Passage
from kg.recognise.names import certain_name, name_list
from kg.recognise.posts import post_list

_NAMES = r"(?P<names>[一-龥·•・]{2,24}?)(?:同志)?"
_VOTED = r"(?:进行|作|举行)?了?(?:无记名|电子|举手|按键|书面|投票)*(?:表决|投票)"
# Each kind of act has its own word behind the names, which may hold those of the others: 接受何为辞去….
_ACTS = [
    re.compile(rf"(?:任命|补选|选举|增选|推选|决定(?![任免接补选撤罢批通])){_NAMES}(?:为(?!为)|担任)"),
    re.compile(rf"(?:免去|撤销|罢免){_NAMES}的(?!的)(?=[一-龥、]{{2,40}}?(?:职务|一职|代表))"),
    re.compile(rf"对拟?(?:任命?|免去|担任)[^，。；：]{{2,40}}?的{_NAMES}(?:的任[命职])?{_VOTED}"),
    re.compile(rf"对{_NAMES}(?<!的)拟?(?:担任|任|为)[^，。；：]{{2,40}}?{_VOTED}"),
    re.compile(
        rf"对{_NAMES}的(?:拟?任命|拟?任职|拟?免职|提名|辞职|人事)(?:议?案|请求|事项)?(?=$|[，：:（、]|{_VOTED})"
    ),
    re.compile(rf"投给{_NAMES}(?:的|同志)"),
    re.compile(rf"(?:接受|批准|同意){_NAMES}(?:(?:因|由于)[^，。；]{{1,20}}?)?(?:提出的?)?(?:请求|申请)?(?:辞去|辞职)"),
]
# A motion that names the act by its post alone: 某某任某局局长的议案.
_MOTION = re.compile(
    r"^(?:关于|提名)?(?P<names>[一-龥·•・]{2,12}?)(?:同志)?(?:拟|担)?任(?![命免职期务何])(?P<post>[^，。；：任]{3,40}?)"
    r"的?(?:议案|人事议案|任命案|任职案|任命|提名|提请)[，,：:、（(]?$"
)
_RESULT = re.compile(
    r"^[，,、]?(?P<names>[一-龥·•・]{2,12}?)(?:同志)?(?:的(?:任命|任职))?(?:未能?获?得?|没有获?得?|获得?)?(?:通过|当选)(?!了|《|关于)"
)
_BEFORE = re.compile(
    r"(?:[（(]|得票(?:情况|结果)?|表决(?:结果|情况)?|投票(?:结果|情况)?|结果|获得?|得|以|的|其中|同志|候选人|为|[：:，、\s])*$"
)
LEAD = re.compile(
    r"^(?:[^，。；：]{0,14}候选人|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|会议|大会|经?表决|以无记名投票(?:的)?方式|对|[，、：])*"
)
# What gets votes like a candidate and is none.
_NOT_CANDIDATE = re.compile(
    r"[议草提预方法决此该]案|议|报告|办法|预算|决算|条例|方案|^(?:[该此本各共]|时(?=候|间|任))|规划|计划|结果|表决|投票|事项|任免|名单|人选|合计|总数|"
    r"其他|分别|共[有计]|一致"
)
_GETS = re.compile(r"(?:获得?|得(?:票)?|：)(?:的)?$")


def in_front(printed: str, ctx: Context) -> str | None:
    """The candidate whose name ends the words in front of a count: 某某得赞成票…."""
    clause = _BEFORE.sub("", printed)
    name = only_name(LEAD.sub("", re.split(r"[，：、]", clause)[-1]), ctx)
    if name is None or _NOT_CANDIDATE.search(name):
        return None
    return name if certain_name(name, ctx.lexicon) or _GETS.search(printed) else None


def of_act(text: str, ctx: Context) -> str | None:
    """The one person that the last act of a text names: 任命某某为…, 接受某某辞去…."""
    found = [match for act in _ACTS for match in act.finditer(text)]
    last = max(found, key=lambda match: match.start(), default=None)
    return only_name(last["names"], ctx) if last else None


def of_motion(text: str, ctx: Context) -> str | None:
    """The candidate of a motion that ends the words in front of a count: 某某任某局局长的议案，赞成…."""
    match = _MOTION.match(LEAD.sub("", text))
    if match is None or not post_list(match["post"], ctx.lexicon):
        return None
    name = only_name(match["names"], ctx)
    return name if name and certain_name(name, ctx.lexicon) and not _NOT_CANDIDATE.search(name) else None


def of_result(text: str, ctx: Context) -> str | None:
    """The candidate whose result stands right behind a count: …，某某未获通过."""
    match = _RESULT.match(text)
    name = only_name(match["names"], ctx) if match else None
    return name if name and certain_name(name, ctx.lexicon) and not _NOT_CANDIDATE.search(name) else None


def only_name(text: str, ctx: Context) -> str | None:
    """The only name of a slot."""
    text = text.removeprefix("了").removesuffix("同志")
    names = name_list(Passage(text, range(len(text))), ctx.lexicon) if text else None
    return names[0].text if names and len(names) == 1 else None
