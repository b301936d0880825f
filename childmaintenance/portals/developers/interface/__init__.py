"""The rules over HTTP: /api/v1."""
