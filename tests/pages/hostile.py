"""A graph whose names try to do harm."""

from __future__ import annotations

import json
from pathlib import Path

from kg.rdf.names import DEFAULT_BASE
from kg.store import create

MARKUP = "</title></script><img src=x onerror=\"window.harmed='yes'\">'\"&<b>"
TURNED = "\u202e林倒写\u2066<script>window.harmed='yes'</script>"
LONG = "很长的名字" * 400
NAMES = {"markup": MARKUP, "turned": TURNED, "long": LONG}
_A = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_GZ, _ID = DEFAULT_BASE + "ontology#", DEFAULT_BASE + "id/"
_DAY = "^^<http://www.w3.org/2001/XMLSchema#date>"
_INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"


def build_hostile(folder: Path) -> Path:
    """A folder as `kg build` writes it, with people, a post and facts of such names."""
    nquads = folder / "graph.nq"
    nquads.write_text("".join(line for key, name in NAMES.items() for line in _lines(key, name)), encoding="utf-8")
    create(folder / "store").load(nquads)
    (folder / "build.json").write_text(json.dumps({"base": DEFAULT_BASE, "version": "1"}), encoding="utf-8")
    return folder


def _lines(key: str, name: str) -> list[str]:
    person, post, act, span, text, tenure = (
        f"<{_ID}{kind}/{key}>" for kind in ("person", "post", "act", "span", "text", "tenure")
    )
    said = json.dumps(name, ensure_ascii=False)
    told = [
        (person, _A, f"<{_GZ}Person>"), (person, _LABEL, said), (person, "http://xmlns.com/foaf/0.1/name", said),
        (person, f"{_GZ}place", said), (person, "http://www.w3.org/2000/01/rdf-schema#seeAlso", "<javascript:alert(1)>"),
        (post, _A, f"<{_GZ}Post>"), (post, _LABEL, said),
        (act, _A, f"<{_GZ}PersonnelAct>"), (act, _A, f"<{_GZ}Appointment>"), (act, f"{_GZ}person", person),
        (act, f"{_GZ}post", post), (act, f"{_GZ}reason", said), (act, f"{_GZ}evidence", span),
        (act, f"{_GZ}actDateText", said),
        (span, f"{_GZ}inText", text), (span, f"{_GZ}quote", said), (span, f"{_GZ}line", '"1"' + _INTEGER),
        (span, f"{_GZ}start", '"1"' + _INTEGER), (text, _A, f"<{_GZ}TextVersion>"), (text, _A, f"<{_GZ}GazetteIssue>"), (text, f"{_GZ}stem", said),
        (tenure, _A, f"<{_GZ}Tenure>"), (tenure, "http://www.w3.org/ns/org#member", person),
        (tenure, f"{_GZ}post", post), (tenure, f"{_GZ}startLatest", '"2020-02-29"' + _DAY),
    ]  # fmt: skip
    return [f"{s} <{p}> {o} <{DEFAULT_BASE}graph/text/{key}> .\n" for s, p, o in told]
