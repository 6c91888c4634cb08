"""Graphs of people and bodies: asked of the store, measured, and laid out before anybody looks."""
