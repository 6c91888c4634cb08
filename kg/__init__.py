"""A knowledge graph of people, bodies and decisions, read from the gazettes of China's people's congresses."""

__version__ = "0.1.0"
