"""Variations: what a parent may ask to have taken into account, and what that does to the amount."""
