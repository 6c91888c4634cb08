"""The page of one thing, whatever it is."""

from kg.publish.pages.thing.page import page_of, thing_page

__all__ = ["page_of", "thing_page"]
