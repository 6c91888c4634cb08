"""Facts to statements: naming, mapping, derivation and checking, all by pure functions.

`quads` maps one gazette to its own named graph, `derive` makes post changes and tenures of the rows of one question,
`nquads` writes and sorts, `validate` checks against `ontology/shapes.ttl`. This room never sees a store.
"""
