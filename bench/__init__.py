"""Measures, as ratios in one run. `./run bench [name]` writes them into docs/benchmarks.md."""
