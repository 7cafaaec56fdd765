"""A job that goes on where it was: plan, journal, parts, output."""
