"""Bodies that are founded, renamed, merged, split or abolished, and functions that go from one to another."""

from kg.extract.reports.changes.gather import body_changes

__all__ = ["body_changes"]
