"""What every test in the house may ask for: its own database, a live server, a worker, a browser."""

# Named here and not in tests.plugin, so that they come after pytest-django's own and take their place.
pytest_plugins = ["tests.plugin.databases", "tests.plugin.servers", "tests.plugin.browser"]
