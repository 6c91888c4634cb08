"""What `kg.open` opens, and what it may be used for."""

from __future__ import annotations

import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import kg
from kg.api import KnowledgeGraph
from kg.model.errors import AmbiguousName, DateError, OutputError, QueryError


def test_importing_it_is_light() -> None:
    heavy = "{'spacy', 'rdflib', 'pyoxigraph', 'networkx', 'pandas', 'pydantic', 'yaml', 'click', 'kg.query'}"
    code = f"import sys, kg; print(kg.open.__name__, sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "open []\n"


def test_asking_needs_neither_pandas_nor_spacy(examples_build: Path) -> None:
    code = (
        "import sys, kg\n"
        f"g = kg.open({str(examples_build)!r})\n"
        "g.history('石坚').to_dicts(); g.holders('青梧区财政局局长')._repr_html_()\n"
        "print(sorted({'spacy', 'pandas', 'networkx', 'click'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_it_says_what_it_is(examples_build: Path) -> None:
    with kg.open(str(examples_build)) as g:
        assert str(examples_build) in repr(g)
        assert "closed" not in repr(g)
        answer = g.holders("青梧区财政局局长")
    assert "closed" in repr(g)
    assert len(answer.to_frame()) == 3
    with pytest.raises(OutputError, match="was closed; open it again"):
        g.history("石坚")


def test_no_build(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds no build"):
        kg.open(tmp_path)


def test_errors_are_those_of_the_commands(g: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="nobody is called"):
        g.history("没有此人")
    with pytest.raises(DateError, match="is no date"):
        g.holders("青梧区财政局局长", on="soon")
    with pytest.raises(QueryError, match="query takes a SELECT"):
        g.query("ASK { ?s ?p ?o }")
    with pytest.raises(QueryError, match="is_true takes an ASK"):
        g.is_true("SELECT * { ?s ?p ?o } LIMIT 1")
    with pytest.raises(QueryError, match="turtle takes a CONSTRUCT"):
        g.turtle("ASK { ?s ?p ?o }")
    with pytest.raises(QueryError, match="is no analysis; there are: membership"):
        g.network("friends")
    with pytest.raises(QueryError, match="no theme is called"):
        g.questions("none")


def test_a_name_of_several_lists_them(g: KnowledgeGraph) -> None:
    with pytest.raises(AmbiguousName) as caught:
        g.path("秦月明", "石坚")
    assert len(caught.value.candidates) == 2
    # A traceback shows the notes.
    notes = "\n".join(caught.value.__notes__)
    for candidate in caught.value.candidates:
        assert candidate[3] in notes


def test_threads_may_share_it(g: KnowledgeGraph) -> None:
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda _: repr(g.history("石坚")), range(20)))
    assert told == [repr(g.history("石坚"))] * 20


def test_a_process_opens_it_anew(g: KnowledgeGraph) -> None:
    assert repr(pickle.loads(pickle.dumps(g))) == repr(g)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(_names, g).result() == _names(g)


def test_several_may_be_open(examples_build: Path, g: KnowledgeGraph) -> None:
    with kg.open(examples_build) as other:
        assert other.holders("青梧区财政局局长").to_dicts() == g.holders("青梧区财政局局长").to_dicts()


def _names(graph: KnowledgeGraph) -> list[str]:
    return [one.name for one in graph.holders("青梧区财政局局长")]
