"""Bytes to a page: encoding, tree, visible lines, blocks, title."""
