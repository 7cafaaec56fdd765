"""What several benchmarks and the training use: pages, measures, tables."""
