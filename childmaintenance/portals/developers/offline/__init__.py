"""One HTML page that computes a receipt again, offline: the rules as data, and an interpreter for them."""
