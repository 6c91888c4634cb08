"""The exits: tables, and a view of the graph."""
