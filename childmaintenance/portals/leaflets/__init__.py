"""Leaflets: to read here, to print, in large print, to read aloud, or by post."""
