"""A graph on the net: SPARQL and linked data over HTTP, read-only and with limits."""

from kg.publish.serve.limits import Limits
from kg.publish.serve.run import serve

__all__ = ["Limits", "serve"]
