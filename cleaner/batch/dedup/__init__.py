"""Copies of one story among many pages, and which of them is kept."""
