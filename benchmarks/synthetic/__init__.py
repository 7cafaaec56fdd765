"""Pages whose every line is known: reposts, copies of articles, and sites of ten pages."""
