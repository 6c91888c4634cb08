"""The triple store behind a small interface: an embedded Oxigraph."""

from kg.store.oxigraph import Answer, Row, Store, create, open_store

__all__ = ["Answer", "Row", "Store", "create", "open_store"]
