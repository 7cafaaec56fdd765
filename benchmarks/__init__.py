"""What the cleaner is measured by: `python -m benchmarks` lists and runs it."""
