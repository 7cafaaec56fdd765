"""What somebody else says of a page: a second opinion on its doubts, or another extractor."""
