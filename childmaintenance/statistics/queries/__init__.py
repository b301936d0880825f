"""Questions about use, answered with sums that are large enough to be told."""
