"""What a server holds after a load: the same twice, after a correction, after a break, and with things removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from kg.model.address import Address
from kg.model.errors import ServerError
from kg.store import Store, create
from kg.store.load import Sent, Target, send
from kg.store.remote import open_remote
from tests.engines.conftest import Kg
from tests.engines.servers import Server

BASE = "https://example.org/gz/"
TEXT = BASE + "graph/text/"
HEAD = f"<{BASE}ontology> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2002/07/owl#Ontology> ."
SHARED = f'<{BASE}id/body/甲州市财政局> <{BASE}ontology#name> "甲州市财政局" .'
XSD = "http://www.w3.org/2001/XMLSchema#"
ODD = [
    f"<{BASE}id/x/（一）> <{BASE}ontology#p> {value} ."
    for value in (
        f'"{"长" * 5000}"', '"a\\"b\\\\c\\nd\\te"', '"𠮷田"@zh', f'"true"^^<{XSD}boolean>', f'"2024"^^<{XSD}gYear>',
        f'"2024-09"^^<{XSD}gYearMonth>', f'"2024-09-26"^^<{XSD}date>', f'"1.42"^^<{XSD}decimal>', '"2024-09-26"', '"7"',
        f'"7"^^<{XSD}integer>', '"} ; DROP ALL ; {"', '"# <x> ?y"',
    )
]  # fmt: skip


def build(folder: Path, graphs: Mapping[str, Iterable[str]]) -> Store:
    """A store of a build that holds these lines in its graphs, beside the ontology."""
    quads = [f"{HEAD[:-2]} <{BASE}graph/ontology> ."]
    for name, lines in graphs.items():
        quads += [f"{line[:-2]} <{TEXT}{name}> ." for line in lines]
        quads.append(f'<{TEXT}{name}> <{BASE}ontology#stem> "{name}" .')
    (folder / "graph.nq").write_text("".join(f"{quad}\n" for quad in quads), encoding="utf-8")
    store = create()
    store.load(folder / "graph.nq")
    return store


def acts(name: str, count: int) -> list[str]:
    return [SHARED, *(f'<{BASE}id/act/{name}/{number}> <{BASE}ontology#n> "任命{number}" .' for number in range(count))]


def load(store: Store, server: Server, *, prune: bool = False) -> Sent:
    target = Target(Address(server.write))
    try:
        return send(store, BASE, target, prune=prune)
    finally:
        target.close()


def all_statements(server: Server) -> list[str]:
    return sorted(open_remote(Address(server.ask)).graph_lines(f"{BASE}graph/all").decode().splitlines())


def once(store: Store, folder: Path) -> list[str]:
    store.write_default_graph(folder / "default.nt")
    return sorted((folder / "default.nt").read_text(encoding="utf-8").splitlines())


def test_all_statements_stand_there_once_and_unchanged(server: Server, tmp_path: Path) -> None:
    store = build(tmp_path, {"a": [*acts("a", 5), *ODD], "b": acts("b", 5)})
    assert load(store, server).new == 3
    assert all_statements(server) == once(store, tmp_path)
    remote = open_remote(Address(server.ask))
    for graph in store.graphs():
        assert sorted(remote.graph_lines(graph).splitlines()) == sorted(store.graph_lines(graph).splitlines())


def test_a_second_run_sends_nothing(server: Server, tmp_path: Path) -> None:
    store = build(tmp_path, {"a": acts("a", 5)})
    load(store, server)
    before = all_statements(server)
    again = load(store, server)
    assert (again.new, again.replaced, again.skipped, again.statements) == (0, 0, 2, 0)
    assert all_statements(server) == before


def test_a_corrected_gazette_takes_the_place_of_the_old_one(server: Server, tmp_path: Path) -> None:
    load(build(tmp_path, {"a": acts("a", 9), "b": acts("b", 3)}), server)
    corrected = build(tmp_path, {"a": acts("a", 4)[1:], "b": acts("b", 3)})
    sent = load(corrected, server)
    assert (sent.new, sent.replaced, sent.skipped) == (0, 1, 2)
    # What the other gazette states too is still there.
    assert SHARED in all_statements(server)
    assert all_statements(server) == once(corrected, tmp_path)


def test_only_prune_removes(server: Server, tmp_path: Path) -> None:
    load(build(tmp_path, {"a": acts("a", 3), "b": acts("b", 3)}), server)
    less = build(tmp_path, {"b": acts("b", 3)})
    kept = load(less, server)
    assert (kept.removed, kept.left) == (0, 1)
    assert len(all_statements(server)) > len(once(less, tmp_path))
    pruned = load(less, server, prune=True)
    assert (pruned.removed, pruned.left) == (1, 0)
    assert all_statements(server) == once(less, tmp_path)


class Breaking(Target):
    """A target whose line breaks after some requests."""

    left = 0

    def update(self, updates: Iterable[str]) -> None:
        if self.left == 0:
            raise ServerError("the line broke")
        self.left -= 1
        super().update(updates)


@pytest.mark.parametrize("requests", range(1, 8))
def test_a_run_that_breaks_off_is_run_again(server: Server, tmp_path: Path, requests: int) -> None:
    store = build(tmp_path, {"a": acts("a", 20), "b": acts("b", 3)})
    target = Breaking(Address(server.write))
    target.left, target.at_once = requests, 6
    with pytest.raises(ServerError, match="broke"):
        send(store, BASE, target)
    target.close()
    again = load(store, server)
    assert again.new + again.replaced + again.skipped == 3
    assert again.statements > 0
    assert all_statements(server) == once(store, tmp_path)


@pytest.mark.parametrize("running", ["virtuoso"], indirect=True)
def test_without_the_right_to_write(kg: Kg, server: Server, examples_build: Path) -> None:
    done = kg("load", str(examples_build), "--to", server.ask)
    assert done.exit_code == 3
    assert "not allowed" in done.stderr
    wrong = kg("load", str(examples_build), "--to", server.write.replace("dba:dba@", "dba:wrong@"))
    assert wrong.exit_code == 3
    assert "wrong" not in wrong.stderr and "KG_STORE_PASSWORD" in wrong.stderr
