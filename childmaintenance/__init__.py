"""An open child maintenance service. The house and who may know whom: docs/decisions, pyproject.toml."""
