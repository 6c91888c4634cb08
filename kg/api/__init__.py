"""The answers of a graph as Python objects: what `kg.open` gives."""
