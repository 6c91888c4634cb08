"""The header of a question's file: lines of `#+ key: value` above its SPARQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kg.model.errors import QueryError
from kg.query.library.model import KINDS, Parameter, Question

SIGN = "#+"
_LINE = re.compile(r"#\+ (?P<key>[a-z-]+)(?P<rest>(?: [a-z_]+)*): (?P<value>\S.*)")
_ONCE = ("title", "title-zh", "description", "description-zh", "competency")
_NEEDED = _ONCE[:-1]

Line = tuple[int, str, list[str], str]


def read_question(path: Path) -> Question:
    """The question of a file; its theme is the folder.

    Raises `QueryError`, naming file and line, when it is not well formed.
    """
    text = _text(path)
    lines = list(_lines(path, text))
    told = _told(path, lines)
    parameters = tuple(_parameter(path, line) for line in lines if line[1] == "param")
    found = Question(
        name=path.stem,
        theme=path.parent.name,
        title={"zh": told["title-zh"], "en": told["title"]},
        description={"zh": told["description-zh"], "en": told["description"]},
        parameters=parameters,
        example=_example(path, lines, parameters),
        competency=told.get("competency"),
        text=text,
    )
    _check_values(path, found)
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read ({error}); a question is a file in UTF-8") from error


def _lines(path: Path, text: str) -> Iterator[Line]:
    """The lines of the header, each with its number; those that begin so below the SPARQL are wrong."""
    inside = True
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith(SIGN):
            inside = False
            continue
        found = _LINE.fullmatch(line)
        if not inside or found is None or found["key"] not in (*_ONCE, "param", "example"):
            raise _wrong(path, number, f"{line!r} is no line of a header", "write `#+ key: value` lines first")
        yield number, found["key"], found["rest"].split(), found["value"]


def _told(path: Path, lines: list[Line]) -> dict[str, str]:
    told: dict[str, str] = {}
    for number, key, rest, value in lines:
        if key in _ONCE:
            if rest or key in told:
                raise _wrong(path, number, f"{key} stands twice or has words before its colon", "give it once")
            told[key] = value
    for key in _NEEDED:
        if key not in told:
            raise _wrong(path, 1, f"the header has no {key}", f"add a line `#+ {key}: …`")
    return told


def _parameter(path: Path, line: Line) -> Parameter:
    number, _, rest, value = line
    optional = rest[2:] == ["optional"]
    if len(rest) < 2 or (rest[2:] and not optional) or rest[1] not in KINDS:
        raise _wrong(path, number, "a parameter that is not well formed", f"write NAME, a kind of {', '.join(KINDS)}")
    return Parameter(rest[0], rest[1], not optional, value)


def _example(path: Path, lines: list[Line], parameters: tuple[Parameter, ...]) -> dict[str, str]:
    known = {one.name for one in parameters}
    example: dict[str, str] = {}
    for number, key, _, value in lines:
        if key == "example":
            name, sign, given = value.partition("=")
            if not sign or name not in known or name in example:
                raise _wrong(path, number, f"an example for {name!r}", "write PARAMETER=VALUE, once for each")
            example[name] = given
    for one in parameters:
        if one.name not in example:
            raise _wrong(path, 1, f"no example for {one.name}", f"add a line `#+ example: {one.name}=…`")
    return example


def _check_values(path: Path, found: Question) -> None:
    """Every parameter stands in the SPARQL, once or more, and nothing stands there twice in a header."""
    names = [one.name for one in found.parameters]
    for one in found.parameters:
        if names.count(one.name) > 1:
            raise _wrong(path, 1, f"the parameter {one.name} stands twice", "give each once")
        values = f"VALUES ?{one.name} {{"
        if values not in found.text:
            raise _wrong(path, 1, f"the SPARQL has no {values} … }}", "every parameter needs one")
        inside = [line for line in found.text.splitlines() if values in line and not line.lstrip().startswith(values)]
        if inside and not one.required:
            raise _wrong(path, 1, f"{values} … }} stands within a line", "one that can be left out begins its line")


def _wrong(path: Path, number: int, what: str, advice: str) -> QueryError:
    return QueryError(f"{path}:{number}: {what}; {advice}")
