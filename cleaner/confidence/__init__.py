"""How much of an article is right, and what speaks against it."""
