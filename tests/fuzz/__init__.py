"""Pages that nobody would write, made by the thousand: `python -m tests.fuzz --minutes 30`."""
