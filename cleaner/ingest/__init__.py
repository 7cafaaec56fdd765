"""Many pages: sources, workers under guard, rows, jobs that go on where they were killed."""
