"""The family-based arrangement: what two parents agree, written down well, without an account and without a trace."""
