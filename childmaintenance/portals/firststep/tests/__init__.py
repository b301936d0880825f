"""The first step, through the front door."""
