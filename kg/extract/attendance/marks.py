"""What a sign-in list says of each person: a mark, a bracket with 请假, or who came instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.attendance.attendees import MARK, Reading, read_entry
from kg.lexicon import Lexicon
from kg.recognise.posts import Post, post_list
from kg.segment.lines import Line

_CAME = re.compile(r"[√✓✔☑]+$")
# A key that gives the tick another meaning.
_OTHER_KEY = re.compile(r"[√✓✔☑](?:表示|代表|为|是|：)?(?:请假|缺席|缺勤|未|没|列席)")
_ONLY_MARK = re.compile(r"^[√✓✔☑×✗✘○〇△]+$")
_MARKED = re.compile(r"[一-龥）|][√✓✔☑×✗✘]")
_NOTE = re.compile(r"（(?:因[病事公])?(?P<word>[^（）]{2,4})）(?:[|]?[×✗✘○〇△])?$")
_LEAVE = re.compile(r"^[事病公产]假$")
_INSTEAD = re.compile(
    r"（(?:由|委托)?(?P<who>[^（）]{2,24}?)(?:代替|代为|代)(?:(?:出席|列席|参加|参会)(?:会议)?|会)?）$"
)


def attached(found: Iterable[tuple[str, int]], text: str) -> list[tuple[str, int]]:
    """The words of a line; a mark that stands alone goes with the word in front of it."""
    words: list[tuple[str, int]] = []
    for word, start in found:
        if words and _ONLY_MARK.match(word) and not MARK.search(words[-1][0]):
            first = words[-1][1]
            words[-1] = (text[first : start + len(word)], first)
        else:
            words.append((word, start))
    return words


def signed(lines: Sequence[Line], kinds: dict[str, str]) -> bool | None:
    """Whether marks tell in a list who came; None where it is not certain of what: ticks under two columns."""
    if not any(_MARKED.search(line.text) for line in lines):
        return False
    columns = any(sum(word in kinds for word in re.split(r"[\s|]+", line.raw)) > 1 for line in lines)
    return None if columns or any(_OTHER_KEY.search(line.text) for line in lines) else True


def own_status(text: str, kinds: dict[str, str], *, ticks: bool) -> str | None:
    """The status that an entry itself gives: 章若川√ in a list that is signed, 任远（请假）; a cross or circle gives none."""
    if _CAME.search(text):
        return "present" if ticks else None
    note = _NOTE.search(text)
    if note is None:
        return None
    return "on_leave" if _LEAVE.match(note["word"]) else kinds.get(note["word"])


def instead(text: str, posts: tuple[Post, ...], lexicon: Lexicon) -> tuple[Reading, tuple[Post, ...]] | None:
    """Who came for the person of an entry, with the post: …主席章若川（副主席任远代）; `unread` where no name was read."""
    match = _INSTEAD.search(text)
    if match is None:
        return None
    reading, start = read_entry(match["who"], lexicon), match.start("who")
    if reading.kind != "person":
        return Reading("unread"), ()
    own = post_list(reading.head, lexicon) or [] if reading.head else []
    body = posts[-1].body if posts else ""
    moved = replace(reading, name=(reading.name[0] + start, reading.name[1] + start))
    return moved, tuple(post if post.body else replace(post, body=body) for post in own)
