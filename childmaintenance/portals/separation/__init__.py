"""Sorting out a separation: somebody says what they need, and reads who can help; nothing of it stays with us."""
