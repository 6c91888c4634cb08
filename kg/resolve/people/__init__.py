"""Who is who: sightings of one name to people, each join with its reason, each doubt named.

`posts` tells what kind of post is held where, `runs` gathers the sightings of one holder of one post, `reasons` says
what speaks for one person, `clashes` what speaks for two, `resolve` decides, `variants` finds misprinted names,
`affiliations` reads where a text says that somebody works, `judgements` reads what people have decided.
"""
