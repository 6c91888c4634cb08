"""Whom 其 means: the people named last, until a sentence speaks of others or the text has gone on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.context import Context
from kg.recognise.names import certain_name
from kg.recognise.posts import titles

_FARTHEST = 2
# A deputy who is spoken of by name, whether or not the name was read.
_OF_DEPUTY = re.compile(
    r"(?:选举?(?:出|产生)|选举)的[^，。；]{0,40}代表|(?<!补选)代表(?!资格|职务|大会|法|的|们|团|总|名额|出缺|变|共|审查|选举|接受|工作|提出)[一-龥]{2}"
)
_ENDS_NAME = re.compile(r"^(?P<name>[一-龥]{2,3}?)(?=同志|[，、。；因已为（]|$)")


@dataclass(slots=True)
class Referents:
    """The people whom 其 means now, and how many sentences ago they were named."""

    names: tuple[str, ...] = ()
    age: int = 0

    def name(self, names: Iterable[str]) -> None:
        """These were named; nobody changes nothing."""
        found = tuple(names)
        if found:
            self.names, self.age = found, 0

    def begin(self, ctx: Context, text: str) -> None:
        """A sentence begins: its 其 means those of before only where it names nobody else in front."""
        self.age += 1
        if any(name in text for name in self.names):
            self.age = 0
        elif self.age > _FARTHEST or _names_somebody(ctx, text):
            self.names = ()


def _names_somebody(ctx: Context, text: str) -> bool:
    if _OF_DEPUTY.search(text):
        return True
    for title in titles(ctx.lexicon).anywhere.finditer(text):
        tail = _ENDS_NAME.match(text[title.end() :])
        if tail and certain_name(tail["name"], ctx.lexicon):
            return True
    return False
