"""Which database, and the embedded PostgreSQL that is used where no other is given."""
