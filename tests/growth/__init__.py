"""Inputs made to cost time: each module has CASES, a name and a maker of about so many bytes."""
