"""The entities, taken back by followthemoney itself; left out where it is not installed, as it may need a compiler."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.model.errors import ModelError
from kg.network.analyse import Known, Span, known
from kg.publish.export.ftm import entities, key
from kg.query import open_graph
from tests.conftest import absent
from tests.publish.test_export import export
from tests.publish.test_export_things import SOURCES, P, T, sample

Entities = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def model() -> Any:
    if importlib.util.find_spec("followthemoney") is None:
        absent("no followthemoney (pip install '.[ftm]')")
    from followthemoney import model

    return model


def by_id(every: list[dict[str, Any]]) -> Entities:
    found = {one["id"]: one for one in every}
    assert len(found) == len(every)
    return found


def test_library_takes_every_entity(model: Any, examples_build: Path, tmp_path: Path) -> None:
    assert export("ftm", "-g", examples_build, "-o", tmp_path / "ftm").exit_code == 0
    read = by_id([json.loads(line) for line in (tmp_path / "ftm").read_text(encoding="utf-8").splitlines()])
    graph = open_graph(examples_build)
    everything = known(graph.store, graph.prefixes)
    assert {key(one.id) for one in everything.tenures} <= set(read)
    for data in read.values():
        # Values that are not clean are dropped by the library, so what it gives back tells whether all were.
        proxy = model.get_proxy(data, cleaned=False)
        proxy.schema.validate(data)
        again = proxy.to_dict()["properties"]
        assert {name: sorted(values) for name, values in again.items()} == data["properties"]
        assert all(value in read for prop, value in proxy.itervalues() if prop.type.name == "entity")


def test_dates_are_certain(model: Any) -> None:
    span = Span(None, "2031-05-20", "2032-01-01", "2032-12-31")
    held = by_id(list(entities(sample(span, qualifier="代理"), SOURCES)))[key(T)]["properties"]
    assert "startDate" not in held
    assert held["endDate"] == ["2032"]
    assert held["status"] == ["ended"]
    assert held["summary"] == ["start [..2031-05-20], end [2032-01-01..2032-12-31]"]
    assert held["holder"] == [key(P)]
    assert held["sourceUrl"] == ["https://example.org/text/1#line=6,7"]


def test_people_have_their_pinyin(model: Any) -> None:
    person = by_id(list(entities(sample(Span()), SOURCES)))[key(P)]["properties"]
    assert person["name"] == ["钱一"]
    assert "qian yi" in person["alias"]


def test_no_end_is_not_current(model: Any) -> None:
    held = by_id(list(entities(sample(Span("2031-05-20", "2031-05-20")), SOURCES)))[key(T)]["properties"]
    assert held["startDate"] == ["2031-05-20"]
    assert held["status"] == ["unknown"]
    assert "endDate" not in held


def test_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(ModelError, match=r"gazette-kg\[ftm\]"):
        list(entities(Known(), SOURCES))
