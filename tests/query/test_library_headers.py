"""Headers that are not well formed, what a question refuses, and a folder of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.errors import AmbiguousName, DateError, ParameterError, QueryError
from kg.query import Graph
from kg.query.library import Question, answer, fill_in, question, questions
from kg.query.library.header import read_question

GOOD = """#+ title: Who is called so?
#+ title-zh: 谁叫这个名字？
#+ description: People of a name.
#+ description-zh: 某姓名的人。
#+ param name text: the name
#+ param after date optional: a day
#+ param count integer optional: a number
#+ example: name=钱一
#+ example: after=2030-01-01
#+ example: count=3
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?person ?name ?after ?count WHERE {
  VALUES ?name { "钱一" }
  VALUES ?after { "2030-01-01" }
  VALUES ?count { 3 }
  ?person rdfs:label ?name .
}
ORDER BY ?person
"""
WRONG = {
    "no header": (GOOD, "SELECT * WHERE { }", "1: the header has no title"),
    "no colon": ("#+ title: Who", "#+ title Who", "1: "),
    "another key": ("#+ title: ", "#+ author: ", "1: "),
    "no value": ("#+ title: Who is called so?", "#+ title: ", "1: "),
    "twice": ("#+ description: ", "#+ title: A\n#+ description: ", "3: title stands twice"),
    "no Chinese": ("#+ title-zh: 谁叫这个名字？\n", "", "1: the header has no title-zh"),
    "below the SPARQL": ("ORDER BY ?person\n", "#+ title: Too late\nORDER BY ?person\n", "18: "),
    "unknown kind": ("name text:", "name word:", "5: "),
    "no kind": ("name text:", "name:", "5: "),
    "optional within a line": ('"钱一" }\n', '"钱一" } ', "VALUES ?after { … } stands within a line"),
    "no example of what is optional": ("#+ example: count=3\n", "", "no example for count"),
    "parameter twice": ("#+ param after", "#+ param name date: again\n#+ param after", "name stands twice"),
    "no example": ("#+ example: name=钱一\n", "", "no example for name"),
    "example of nothing": ("#+ example: name", "#+ example: nobody", "8: an example for 'nobody'"),
    "no VALUES": ("VALUES ?name {", "VALUES ?other {", "no VALUES ?name"),
}


def written(folder: Path, text: str, name: str = "people/called.rq") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def called(tmp_path: Path) -> Question:
    return read_question(written(tmp_path, GOOD))


def test_a_header_is_read(called: Question) -> None:
    assert (called.theme, called.name, called.competency) == ("people", "called", None)
    assert called.title == {"zh": "谁叫这个名字？", "en": "Who is called so?"}
    assert [(one.name, one.kind, one.required) for one in called.parameters] == [
        ("name", "text", True), ("after", "date", False), ("count", "integer", False),
    ]  # fmt: skip
    assert called.example == {"name": "钱一", "after": "2030-01-01", "count": "3"}
    assert called.needed == {"name": "钱一"}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_header_that_is_not_well_formed(tmp_path: Path, wrong: str) -> None:
    old, new, message = WRONG[wrong]
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(QueryError) as error:
        read_question(path)
    assert str(error.value).startswith(f"{path}:")
    assert message in str(error.value)


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.rq"
    path.write_bytes(GOOD.encode("gbk"))
    with pytest.raises(QueryError, match="UTF-8"):
        read_question(path)


def test_what_is_given_stands_in_the_question(called: Question, small_graph: Graph) -> None:
    hostile = '"} UNION { ?a ?b ?c } #\\'
    table = answer(small_graph, called, {"name": hostile, "after": "2030年3月1日", "count": "-7"})
    assert table.columns == ("person", "name", "after", "count")
    assert list(table.rows) == []
    sparql = fill_in(small_graph, called, {"name": "孙二", "after": "2030年3月1日", "count": "-7"})
    assert 'VALUES ?name { "孙二" }' in sparql
    assert 'VALUES ?after { "2030-03-01" }' in sparql
    assert "VALUES ?count { -7 }" in sparql
    assert "VALUES ?count" not in fill_in(small_graph, called, {"name": "孙二"})
    assert [row[1:] for row in answer(small_graph, called, {"name": "孙二"}).rows] == [("孙二", None, None)]


def test_what_is_refused(called: Question, small_graph: Graph) -> None:
    with pytest.raises(ParameterError, match=r"called needs name \(text\): the name"):
        fill_in(small_graph, called, {})
    with pytest.raises(ParameterError, match="no parameter 'naem'; did you mean name"):
        fill_in(small_graph, called, {"naem": "钱一"})
    with pytest.raises(ParameterError, match="count=many: no whole number"):
        fill_in(small_graph, called, {"name": "钱一", "count": "many"})
    with pytest.raises(DateError, match="one day is wanted"):
        fill_in(small_graph, called, {"name": "钱一", "after": "2030"})
    with pytest.raises(DateError, match="is no date"):
        fill_in(small_graph, called, {"name": "钱一", "after": "yesterday"})
    with pytest.raises(QueryError, match="did you mean acts-of-person"):
        question("acts-of-persons")
    with pytest.raises(AmbiguousName):
        fill_in(small_graph, question("acts-of-person"), {"person": "钱一"})
    with pytest.raises(QueryError, match="no person is called '赵九'"):
        fill_in(small_graph, question("acts-of-person"), {"person": "赵九"})
    with pytest.raises(QueryError, match="no gazette is called 'yan'; did you mean yun"):
        fill_in(small_graph, question("facts-of-gazette"), {"gazette": "yan"})
    assert '"yun"' in fill_in(small_graph, question("facts-of-gazette"), {"gazette": "yun.txt"})


def test_a_question_that_is_no_select(tmp_path: Path, small_graph: Graph) -> None:
    text = GOOD.replace("SELECT ?person ?name ?after ?count WHERE", "ASK").replace("ORDER BY ?person", "")
    with pytest.raises(QueryError, match="no SELECT"):
        answer(small_graph, read_question(written(tmp_path, text)), {"name": "钱一"})


def test_a_folder_of_ones_own(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = questions()
    for name in ("kg.ttl", "shapes.ttl"):
        (tmp_path / name).write_bytes((root / "ontology" / name).read_bytes())
    written(tmp_path, GOOD, "queries/own/called.rq")
    written(tmp_path, GOOD, "queries/own/findings.rq")
    monkeypatch.setenv("KG_ONTOLOGY", str(tmp_path))
    assert {one.name for one in questions()} == {one.name for one in packaged} | {"called"}
    assert question("findings").theme == "own"
    written(tmp_path, GOOD, "queries/other/called.rq")
    with pytest.raises(QueryError, match="another theme has a question called"):
        questions()
