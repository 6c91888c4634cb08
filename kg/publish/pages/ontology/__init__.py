"""The page of the ontology: every term with its meaning, and a picture of those in the middle.

`ontology_page(base, uses)` and `diagram(base)` give text; `read_uses` finds an example of each term in a graph.
"""

from kg.publish.pages.ontology.diagram import diagram
from kg.publish.pages.ontology.page import ontology_page
from kg.publish.pages.ontology.uses import read_uses

__all__ = ["diagram", "ontology_page", "read_uses"]
