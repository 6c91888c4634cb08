"""The answers of a graph as Python objects: what `kg.open` gives."""

from kg.api.answer import Answer, NetworkAnswer
from kg.api.graph import KnowledgeGraph

__all__ = ["Answer", "KnowledgeGraph", "NetworkAnswer"]
