"""What the page for R asks in SPARQL gives rows; the R around it was run by hand, as the page says."""

from __future__ import annotations

import re

from kg.api import KnowledgeGraph
from tests.documentation import ROOT

PAGE = (ROOT / "docs" / "r.md").read_text(encoding="utf-8")


def test_the_sparql_of_the_page(g: KnowledgeGraph) -> None:
    blocks = "\n".join(re.findall(r"^```r\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    asked = re.findall(r'(?:kg\(|query = )"(.*?)"\)', blocks, re.DOTALL)
    assert len(asked) == 2
    for sparql in asked:
        answer = g.query(sparql)
        assert len(answer) > 0
        assert all(cell is not None for row in answer.cells for cell in row)


def test_the_question_of_the_library(g: KnowledgeGraph) -> None:
    name, parameter, value = re.findall(r"^\$ kg ask (\S+) -p (\w+)=(\S+) --show", PAGE, re.MULTILINE)[0]
    assert len(g.ask(name, **{parameter: value})) > 0


def test_the_columns_that_the_page_uses_are_in_the_table(g: KnowledgeGraph) -> None:
    assert "personnel$event" in PAGE
    header = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8").partition("## `personnel`")[2]
    assert "| `event` |" in header.partition("\n## ")[0]
