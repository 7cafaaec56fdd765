"""What a page says of its article, each value with its evidence."""
