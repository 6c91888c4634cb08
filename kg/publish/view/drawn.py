"""The one place that knows pyvis: the first view as vis-network data, and the script of vis-network itself.

Of pyvis only the network and its options are used. Its template loads a style sheet from the network even when all is
asked to be in line, and writes names unescaped; its layout runs in the browser. Neither is wanted here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

_SCRIPT = "lib/vis-9.1.2/vis-network.min.js"
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)

OPTIONS: Mapping[str, Any] = {
    "physics": False,
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "custom", "chosen": False, "physics": False},
    "edges": {
        "smooth": False,
        "chosen": False,
        "arrows": {"to": {"enabled": False}},
        "selectionWidth": 0,
        # A word on a line is drawn where it can be read, from seven pixels on.
        "scaling": {"label": {"drawThreshold": 8}},
    },
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 250,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
}


def drawn(nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Nodes (`id`, `label`, `x`, `y`, …) and edges (`from`, `to`, …) as pyvis hands them to vis-network."""
    # Here and not above: pyvis takes a second to import, which nobody should wait for who draws nothing.
    from pyvis.network import Network

    # Directed, because pyvis compares every new edge of an undirected network with all others.
    network = Network(directed=True)
    for node in nodes:
        network.add_node(node["id"], shape="custom", **_without(node, "id"))
    for edge in edges:
        network.add_edge(edge["from"], edge["to"], **_without(edge, "from", "to"))
    found_nodes, found_edges, *_ = network.get_network_data()
    return {
        "nodes": [_without(node, "shape", "color") for node in found_nodes],
        "edges": [_without(edge, "arrows") for edge in found_edges],
    }


def vis_script() -> str:
    """The script of vis-network from the installed pyvis, without the address of its source map."""
    text = resources.files("pyvis").joinpath(_SCRIPT).read_text(encoding="utf-8")
    return _SOURCE_MAP.sub("", text)


def _without(options: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name not in names}
