"""The page of one thing, whatever it is."""

from kg.publish.pages.thing.page import thing_page

__all__ = ["thing_page"]
