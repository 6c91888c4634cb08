"""The full names that a gazette itself prints: they win over the standard ones."""

from __future__ import annotations

import re
from functools import cached_property

_WITH_COMMITTEE = re.compile(r"[一-龥（）]{1,60}委员会")


class PrintedNames:
    """The full names of committees in the tight text of one gazette."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _committees(self) -> str:
        """What the text prints before and with the word 委员会, each once: full names are looked up there."""
        return "。".join(dict.fromkeys(_WITH_COMMITTEE.findall(self._text)))

    def in_full(self, base: str, short: str) -> str | None:
        """The full name that the gazette itself prints for a short form with the same head."""
        if not short.endswith("委") or len(short) > 12:
            return None
        middle = r"[一-龥]{0,4}?".join(re.escape(char) for char in short.removesuffix("委").removesuffix("工"))
        ending = "工作委员会" if short.endswith("工委") else "委员会"
        head = _tail_of(base)
        pattern = re.compile(rf"{head}(?P<full>{middle}[一-龥]{{0,4}}?{ending})")
        forms = {
            match["full"]
            for match in pattern.finditer(self._committees)
            if "工作" in match["full"] or ending == "委员会"
        }
        return min(forms, key=lambda form: (len(form), form)) if forms else None


def _tail_of(base: str) -> str:
    """What of a body in front must be printed before the full name: 人大, 常委会 or the place's last character."""
    if base.endswith("常务委员会"):
        return "(?:常务委员会|常委会)"
    if base.endswith("人民代表大会"):
        return "(?:人民代表大会|人大)"
    return re.escape(base[-1]) if base else ""
