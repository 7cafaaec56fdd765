"""One module a kind of residue: a docstring in three parts and `find(article)`."""
