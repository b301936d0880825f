"""Counting while pages are served: into sums in memory, and from there, every few seconds, into the database."""
