"""Bodies and posts that go on in others, from changes of bodies to derived statements and shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.reports import BodyChange
from kg.rdf.continuations import CONTINUATIONS, continuations
from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.rdf.nquads import write_sorted
from kg.rdf.quads import gazette_quads
from kg.rdf.validate import check
from kg.store import Store, create
from tests.rdf.sample import COURT, DISTRICT, FINANCE, event, evidence, sample

OLD = DISTRICT + "财政税务局"
ID, GZ = DEFAULT_BASE + "id/", DEFAULT_BASE + "ontology#"


def built(folder: Path, *changes: tuple[str, tuple[str, ...], tuple[str, ...]]) -> Store:
    """A store with the sample, one who headed the old bureau, and these changes; derived statements stand in it."""
    gazette = sample()
    source = gazette.source
    gazette.personnel.append(event(source, 4, "remove", "骆川", OLD, "局长"))
    gazette.body_changes = [BodyChange(*change, "2030-11", evidence(source, 3)) for change in changes]
    store = create(folder / "store")
    for name, lines in (("stated", gazette_quads), ("derived", _derived)):
        path = folder / f"{name}.nq"
        write_sorted(lines(gazette) if name == "stated" else _derived(store), path)
        store.load(path)
    return store


def _derived(store: Store) -> list[str]:
    return list(continuations(store.select(CONTINUATIONS, prefixes(DEFAULT_BASE))))


def linked(store: Store, link: str) -> list[tuple[str, str]]:
    rows = store.select(f"SELECT ?a ?b WHERE {{ ?a gz:{link} ?b }} ORDER BY ?a ?b", prefixes(DEFAULT_BASE))
    return [(str(a).removeprefix(ID), str(b).removeprefix(ID)) for a, b in rows]


def test_a_renamed_body_goes_on_and_so_do_its_posts(tmp_path: Path) -> None:
    store = built(tmp_path, ("renamed", (OLD,), (FINANCE,)))
    assert linked(store, "succeededBy") == [(f"body/{OLD}", f"body/{FINANCE}")]
    assert linked(store, "continuedAs") == [(f"post/{OLD}/局长", f"post/{FINANCE}/局长")]


def test_posts_of_merged_bodies_do_not_go_on(tmp_path: Path) -> None:
    store = built(tmp_path, ("merged", (OLD, DISTRICT + "国资局"), (FINANCE,)))
    assert linked(store, "succeededBy") == [
        (f"body/{DISTRICT}国资局", f"body/{FINANCE}"),
        (f"body/{OLD}", f"body/{FINANCE}"),
    ]
    assert linked(store, "continuedAs") == []


def test_a_body_that_goes_on_beside_what_came_out_of_it_has_no_successor(tmp_path: Path) -> None:
    store = built(tmp_path, ("split", (OLD,), (OLD, FINANCE)))
    assert linked(store, "succeededBy") == []


@pytest.mark.parametrize(
    "change",
    [("founded", (), (COURT,)), ("abolished", (OLD,), ()), ("transferred", (OLD,), (FINANCE,))],
)
def test_nothing_goes_on(change: tuple[str, tuple[str, ...], tuple[str, ...]], tmp_path: Path) -> None:
    assert linked(built(tmp_path, change), "succeededBy") == []


def test_a_succession_names_the_changes_it_rests_on(tmp_path: Path) -> None:
    store = built(tmp_path, ("renamed", (OLD,), (FINANCE,)))
    rows = store.select(
        "SELECT ?change WHERE { ?s a gz:Continuation ; gz:succeeded ?a ; prov:wasDerivedFrom ?change . ?change a gz:BodyChange }",
        prefixes(DEFAULT_BASE),
    )
    assert len({str(row[0]) for row in rows}) == 1
    assert list(check(store)) == []


def test_the_old_name_and_the_new_one_are_two_bodies(tmp_path: Path) -> None:
    store = built(tmp_path, ("renamed", (OLD,), (FINANCE,)))
    rows = store.select(
        "SELECT ?b WHERE { ?b a gz:Body ; rdfs:label ?n FILTER(CONTAINS(?n, '财政')) }", prefixes(DEFAULT_BASE)
    )
    assert len(list(rows)) == 2


def test_a_change_without_a_body_breaks_its_shape(tmp_path: Path) -> None:
    store = built(tmp_path, ("abolished", (), ()))
    assert any("变更没有机构" in broken.message for broken in check(store))
