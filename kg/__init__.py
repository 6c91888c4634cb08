"""A knowledge graph of people, bodies and decisions, read from the gazettes of China's people's congresses.

>>> import kg
>>> g = kg.open("output")
>>> [tenure.name for tenure in g.holders("青梧区财政局局长")]
['秦月明', '安正清', '明亮']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from kg.api import KnowledgeGraph

__version__ = "0.1.0"


def open(address: str | os.PathLike[str] = "output") -> KnowledgeGraph:
    """Open what `kg build` wrote into a folder, or `kg load` sent to a SPARQL server (`http://…`), to be asked.

    Raises `kg.model.errors.OutputError` when there is no build, or no such server.
    """
    # Here, because the store takes long to import, and most of the program needs none.
    from kg.api import KnowledgeGraph

    return KnowledgeGraph(address)
