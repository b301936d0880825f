"""The public pages, through the front door."""
