"""Strings only: words, sentences, patterns, lexicons, languages, addresses. Knows no page."""
