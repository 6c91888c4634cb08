"""The nouns of the whole: sources, items, facts, evidence, bodies, issues and errors.

Every other room exchanges only what is defined here.
"""
