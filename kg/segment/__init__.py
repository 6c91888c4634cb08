"""One source to its items: lines cleaned, headings found, contents set apart, broken lines joined.

Every character of what comes out can be traced to its place in the source.
"""

from kg.segment.items import Draft, segment
from kg.segment.lines import Line, read_lines
from kg.segment.paragraphs import paragraphs

__all__ = ["Draft", "Line", "paragraphs", "read_lines", "segment"]
