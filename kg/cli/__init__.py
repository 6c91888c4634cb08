"""The door: the command `kg`. No logic lives here, and nothing heavy is imported before a command runs."""

from kg.cli.app import main

__all__ = ["main"]
