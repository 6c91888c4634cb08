"""Names set in columns, and the cells of a row."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.lexicon import Lexicon
from kg.model.source import Passage, Source
from kg.recognise.names import Name, certain_name, has_surname, is_name, merge_spaced

_NOTES = re.compile(r"(?:（[^（）]*）)+$")
_NUMBER = re.compile(r"^\d{1,3}[.、．]?(?!\d)")
# 甘露（女）司徒慧: no blank is needed behind a bracket, nor in front of a number.
_TIGHT_CUT = re.compile(r"(?<=）)(?=[㐀-䶿一-鿿])|(?<=[㐀-䶿一-鿿）])(?=\d{1,3}[.、．])")
_SEXES = frozenset("男女")
_SIGNS = re.compile(r"[，。；：、！？]")
# A word such as 任命 is a name where it was spaced like one, in a column of names.
_WORDS = frozenset(("任命", "任职", "任免", "免去", "姓名", "职务", "常委", "委员", "主任", "代表"))
_BODY = re.compile(r".{3}(?:[局厅委院部办处会室科队站校庭所]|公司|政府)$")
_DRAWN = re.compile(r"[\t|｜]")
MOSTLY = 2 / 3
# Below rows of names less will do.
IN_COLUMN = 1 / 2

Cell = tuple[str, int, int]


def column_names(entry: Passage, lexicon: Lexicon, least_sure: float = MOSTLY) -> list[Name] | None:
    """The names of a row of columns, or None where a cell can be none.

    Names spaced to one width are joined, numbers in front are left out, brackets behind become notes; a word that is
    no name elsewhere (a given name such as 主任) is one where it has a surname and the share `least_sure` of the cells
    are surely names.
    """
    words = _wide(entry, lexicon) or _words(entry)
    if _SIGNS.search(re.sub(r"（[^（）]*）", "", "".join(text for text, _, _ in words))):
        return None
    names = [_name(word) for word in _merged(words, lexicon)]
    if any(_BODY.search(name.text) for name in names):
        return None
    sure = sum(is_name(name.text, lexicon) for name in names)
    if not names or sure < least_sure * len(names):
        return None
    plain = {text for text, _, _ in words}
    doubtful = [name for name in names if not is_name(name.text, lexicon)]
    accepted = all(has_surname(name.text, lexicon) and name.text not in _WORDS & plain for name in doubtful)
    return names if accepted else None


def _wide(entry: Passage, lexicon: Lexicon) -> list[Cell] | None:
    """The cells between wide blanks, where narrow ones stand inside names: 万 里 行    王　军    王凯歌."""
    gaps = {
        cut: entry.offsets[cut] - entry.offsets[cut - 1] for cut in entry.gaps() if cut not in _bracket_starts(entry)
    }
    widths = sorted(set(gaps.values()))
    for narrow in widths[:-1]:
        cuts = [0, *(cut for cut, width in gaps.items() if width > narrow), len(entry)]
        cells = [(entry.text[a:b], a, b) for a, b in pairwise(cuts)]
        if len(cells) > 1 and all(certain_name(_name(cell).text, lexicon) for cell in cells):
            return cells
    return None


def _bracket_starts(entry: Passage) -> frozenset[int]:
    return frozenset(index for index, char in enumerate(entry.text) if char == "（")


def _name(word: Cell) -> Name:
    text, start, _ = word
    note = _NOTES.search(text)
    bare = text[: note.start()] if note else text
    return Name(bare.removesuffix("同志"), start, start + len(bare), note.group()[1:-1] if note else None)


def _words(entry: Passage) -> list[Cell]:
    """The words between white space, brackets and numbers; a bracket of its own belongs to the word before it."""
    cuts = sorted({0, len(entry), *entry.gaps(), *(m.start() for m in _TIGHT_CUT.finditer(entry.text))})
    words: list[Cell] = []
    for start, end in pairwise(cuts):
        text = entry.text[start:end]
        if words and text.startswith("（"):
            before, first, _ = words.pop()
            words.append((before + text, first, end))
            continue
        number = _NUMBER.match(text)
        if number:
            text, start = text[number.end() :], start + number.end()
        if text:
            words.append((text, start, end))
    return words


def _merged(words: list[Cell], lexicon: Lexicon) -> list[Cell]:
    """Names whose characters were spaced, joined; three single characters and nothing else are one name."""
    if len(words) == 3 and all(len(_NOTES.sub("", text)) == 1 for text, _, _ in words):
        return [("".join(text for text, _, _ in words), words[0][1], words[-1][2])]
    return merge_spaced(words, lexicon)


def row_cells(entry: Passage, source: Source | None, lexicon: Lexicon) -> tuple[list[str], bool]:
    """The cells of a row, and whether lines or tabs are drawn between them, so that empty cells are seen too."""
    drawn = drawn_cells(entry, source) if source else None
    if drawn is not None:
        return drawn, True
    cuts = [0, *entry.gaps(), len(entry)]
    words = [(entry.text[a:b], a, b) for a, b in pairwise(cuts) if a < b]
    return _spaced_cells(words, lexicon), False


def _spaced_cells(words: list[Cell], lexicon: Lexicon) -> list[str]:
    """Words as cells: characters of a spaced name join, those of a column 男 女 do not."""
    cells: list[str] = []
    run: list[Cell] = []
    for word in words:
        before = [text for text, _, _ in merge_spaced(run, lexicon)]
        half = bool(before) and len(before[-1]) == 1 and not before[-1].isdigit()
        if word[0] in _SEXES and not half:
            cells += [*before, word[0]]
            run = []
        elif word[0].startswith("（") and run:
            text, start, _ = run.pop()
            run.append((text + word[0], start, word[2]))
        else:
            run.append(word)
    return cells + [text for text, _, _ in merge_spaced(run, lexicon)]


def drawn_cells(entry: Passage, source: Source) -> list[str] | None:
    """The cells between tabs or drawn lines of the one source line, empty ones too; None where none are drawn."""
    lines = entry.lines(source)
    raw = source.line(lines[0])
    if len(lines) != 1 or not _DRAWN.search(raw):
        return None
    start = source.line_starts[lines[0] - 1]
    framed = raw.strip().startswith(("|", "｜"))
    bounds = [-1, *(match.start() for match in _DRAWN.finditer(raw)), len(raw)]
    cells = [_between(entry, start + a + 1, start + b) for a, b in pairwise(bounds)]
    return cells[1:-1] if framed else cells


def _between(entry: Passage, start: int, end: int) -> str:
    return "".join(char for char, offset in zip(entry.text, entry.offsets, strict=True) if start <= offset < end)
