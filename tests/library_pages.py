"""The pages that tell the library of questions: all of them by theme, and the competency questions with answers."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from kg.cli.ask import example
from kg.query.library import Parameter, Question, questions
from kg.rdf.ontology import ontology_folder

DOCS = Path(__file__).resolve().parent.parent / "docs"
LIBRARY_PAGE = DOCS / "library.md"
COMPETENCY_PAGE = DOCS / "competency.md"
SHOWN = 10

LIBRARY_PREFACE = """# The library of questions 问题库

`scripts/reference` writes this page. `kg ask` lists the questions, `kg ask NAME -p parameter=value` asks one, and `--show` prints its SPARQL, which runs
in any SPARQL 1.1 engine: every statement has to stand in the default graph once, as in `kg query`.

People, posts, bodies, meetings, projects and places are given by any name that the other commands understand, or an IRI. A date is a day; `from` and `until`
may be months or years. What is optional leaves nothing out where it is not given; `place` keeps to what the gazettes of a place and of all places within it
state, and makes the answer as fast in a large graph as in a small one. In a file of the library what is optional stands on lines that begin with its
`VALUES`, and these lines are left out when it is not given. Files of one's own in `queries/THEME/NAME.rq` of the folder `KG_ONTOLOGY` are listed
as well. [competency.md](competency.md) answers the competency questions of the ontology.

In answers, `gazette`, `line` and `words` tell where a fact stands. A bound of a tenure that is empty is not known, and an end is the first day after it.
"""

COMPETENCY_PREFACE = """# Competency questions 能力问题

What the ontology must be able to answer, each with its SPARQL, the command, and the answer on the examples, of which no more than {} rows are shown.
`scripts/reference` writes this page; tests compare every answer with the one that is written down for it.
"""


def library_page() -> str:
    """All questions by theme."""
    parts = [LIBRARY_PREFACE]
    for theme, group in groupby(questions(), key=lambda one: one.theme):
        parts.append(f"## {theme}\n")
        parts.extend(map(_entry, group))
    return "\n".join(parts)


def competency_page(run: Callable[[str], str]) -> str:
    """The competency questions; `run` gives what a command prints."""
    asked = [one for one in questions() if one.competency]
    asked.sort(key=lambda one: (int((one.competency or "").removeprefix("CQ")), one.theme, one.name))
    parts = [COMPETENCY_PREFACE.format(SHOWN)]
    for number, group in groupby(asked, key=lambda one: one.competency):
        parts.append(f"## {number}\n")
        parts.extend(f"{_told(one)}\n```console\n$ {example(one)}\n{_cut(run(example(one)))}```\n" for one in group)
    return "\n".join(parts)


def _entry(one: Question) -> str:
    told = [_told(one), *(["".join(map(_parameter, one.parameters))] if one.parameters else [])]
    return "\n".join([*told, f"```console\n$ {example(one)}\n```\n"])


def _told(one: Question) -> str:
    link = f"[{one.name}]({_file(one)})"
    return f"**{one.title['zh']} {one.title['en']}** {link}\n\n{one.description['zh']}\n\n{one.description['en']}\n"


def _file(one: Question) -> str:
    path = ontology_folder() / "queries" / one.theme / f"{one.name}.rq"
    return os.path.relpath(path, DOCS)


def _parameter(one: Parameter) -> str:
    return f"- `{one.name}` ({one.kind}{'' if one.required else ', optional'}): {one.description}\n"


def _cut(printed: str) -> str:
    """The first rows of a table, and how many there are."""
    heading, rows = printed.splitlines()[:2], printed.splitlines()[2:]
    more = [f"… {len(rows)} rows"] if len(rows) > SHOWN else []
    return "".join(f"{line}\n" for line in [*heading, *rows[:SHOWN], *more])
