"""Names to identities: the jurisdiction of a gazette, its bodies in normal form."""
