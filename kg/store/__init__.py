"""The triple store behind a small interface: an embedded Oxigraph, or any SPARQL 1.1 server."""

from kg.store.oxigraph import Store, create, open_store
from kg.store.reader import Answer, Reader, Row

__all__ = ["Answer", "Reader", "Row", "Store", "create", "open_store"]
