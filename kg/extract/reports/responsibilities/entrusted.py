"""Reports given on commission: 区财政局局长张三受区人民政府委托作《…》; 受区政府委托，现将…报告如下."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.items.bylines import authors
from kg.extract.reports.responsibilities.agents import Agent, Slots
from kg.extract.reports.responsibilities.clauses import as_object
from kg.extract.reports.responsibilities.running import Duty
from kg.model.source import Passage

TRIGGER = re.compile(r"受(?P<by>[^，。；！？《》]{2,30}?)(?:的)?(?:委托|委派)(?![书人方权代])")
_SELF = re.compile(r"(?:^|[，。：])(?:现在|下面|现|今天)?，?(?:我|本人|我们|我局|我委|我办|我院)?$")
_TITLED = re.compile(
    r"《(?P<object>[^《》]*(?:《[^《》]*》[^《》]*)*(?:报告|说明|汇报|议案|草案|方案)(?:（[^（）]*）)?)》"
)
_GIVEN = re.compile(
    r"(?:所)?[作做](?:了|的|出)?(?:题为|有关)?(?P<object>(?:关于|对|《)?[^，。；]{2,90}?(?:报告|说明|汇报|通报)(?:（书面）)?)(?:$|[，。；、])"
)
_ABOUT = re.compile(
    r"就(?P<object>[^。；]{3,90}?)(?:，)?(?:向[^，。；]{2,30})?[作做](?:了)?(?:专题|专项|补充|工作)?(?:报告|说明|汇报|通报)"
)
_TOLD = re.compile(
    r"(?:向[^，。；]{2,30}?)?(?:报告|汇报|提请审议|提出)(?:了)?(?P<object>(?!如下|工作)[^，。；]{4,90}?)(?:$|[，。；])"
)
_MOST_SENTENCES = 8
_MOST_BEHIND = 200
_ROLE = "受委托"


def entrusted(ctx: Context, sentence: Passage, slots: Slots, number: int) -> Iterator[Duty]:
    """The commissions that a sentence tells: of whom it names, or of the authors of the item that it opens."""
    for match in TRIGGER.finditer(slots.text):
        chain = slots.ending_at(match.start())
        if chain is not None:
            title = _title(slots, match.end())
            if title:
                yield Duty(chain.agents, _ROLE, "entrusted", title)
        elif (behind := slots.starting_at(match.end() + 1)) and (title := _title(slots, behind.end)):
            yield Duty(behind.agents, _ROLE, "entrusted", title)
        elif number < _MOST_SENTENCES and _SELF.search(slots.text[max(0, match.start() - 20) : match.start()]):
            yield from _own(ctx, slots, match.end())


def _own(ctx: Context, slots: Slots, end: int) -> Iterator[Duty]:
    """受区政府委托，我…: whoever stands below the title reports what the title says."""
    written = list(authors(ctx))
    people = tuple(dict.fromkeys(Agent(one.name, "person") for one in written if one.name))
    bodies = tuple(Agent(one.passage.text, "body") for one in written if not one.name)
    title = ctx.title if ctx.draft.heading else _title(slots, end)
    if title and (people or bodies):
        yield Duty(people or bodies, _ROLE, "entrusted", title)


def _title(slots: Slots, end: int) -> str | None:
    """The title of what is reported, as far as the sentence tells it."""
    text = slots.text[end : end + _MOST_BEHIND]
    found = _first(text, (_TITLED, _GIVEN)) or _first(text, (_ABOUT, _TOLD))
    if found:
        return found.removeprefix("《").removesuffix("》")
    parts = re.match(r"，(?P<object>[^，。；]{4,60})", text)
    verb = parts and not re.match(r"(?:现将|我|向|就|对|由|现|并)", parts["object"])
    return as_object(parts["object"], slots.lexicon) if parts and verb else None


def _first(text: str, patterns: tuple[re.Pattern[str], ...]) -> str | None:
    """What the pattern that fits earliest gives."""
    found = [match for pattern in patterns if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start())["object"] if found else None
