"""From bytes to text: every source becomes a `kg.model.source.Source`, whatever its encoding and line ends."""

from kg.read.source import read_source, read_stream

__all__ = ["read_source", "read_stream"]
