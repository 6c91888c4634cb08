"""Named projects, programmes and plans of action."""

from kg.extract.reports.projects.statements import projects

__all__ = ["projects"]
