"""Works and programmes by the form of their names: in quotation marks, or behind a verb that carries them out."""

from __future__ import annotations

import re

_END = r"(?:项目|工程|行动计划|专项行动|专项规划|改扩建|试点)"
_QUOTED = re.compile(rf"“[^“”，。；]{{2,20}}”(?:[一-龥]{{0,6}}{_END})")
_LED = re.compile(
    r"(?:推进|实施|启动|开展|建设|建成|完成|加快|新建|落实|制定|竣工|续建|谋划|编制)(?:了)?"
    rf"(?P<name>[^，。；、：“”《》（）的和与及等了\s]{{3,24}}?{_END})(?!管理|质量|实施|资金|建设进度|负责|库|审批)"
)
# A class of works, and no name of one.
_CLASS = re.compile(
    r"^(?:一批|重大|重点|各类|各项|相关|有关|政府投资|政府|民生|实事|市政|基础设施|投资|产业|在建|新开工|续建|竣工|招商|大型|多个|其他|改造|建设"
    r"|重大产业|重点建设|区级|市级|县级|省级|\d+[个项])*(?:实事|建设|投资|改造|产业|惠民|配套)*(?:项目|工程|专项行动|行动计划|试点)$"
)


def find_projects(text: str) -> list[tuple[int, int]]:
    """Where the names of projects stand."""
    if not any(word in text for word in ("项目", "工程", "行动", "规划", "试点", "改扩建")):
        return []
    found = [match.span() for match in _QUOTED.finditer(text)]
    found += [match.span("name") for match in _LED.finditer(text) if not _CLASS.match(match["name"])]
    return sorted(found)
