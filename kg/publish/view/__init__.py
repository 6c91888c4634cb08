"""The viewer: one HTML file that opens from the file system and asks nothing of the network."""

from kg.publish.view.write import write_view

__all__ = ["write_view"]
