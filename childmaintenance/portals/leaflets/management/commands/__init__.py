"""Commands of the leaflets."""
