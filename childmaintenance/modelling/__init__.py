"""A nation run through the law: the same results as `law`, over columns."""
