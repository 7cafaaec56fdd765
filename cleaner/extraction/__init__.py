"""Which blocks of a page are its article: trafilatura, what it lost, and a learned classifier."""
