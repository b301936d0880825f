"""Guides: what there is to know, and where to go, for everybody who may have to do with child maintenance."""
