"""A journey of the tests' own, walked through the front door."""
