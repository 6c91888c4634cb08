"""How two people or bodies are connected."""

from kg.query.path.asking import Connection, Connections, Step, connections

__all__ = ["Connection", "Connections", "Step", "connections"]
