"""The journeys of the first step, one file each."""
