"""Hypothesis: the same examples each time; --hypothesis-profile=search looks further."""

import signal

from hypothesis import settings

signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell runs us behind it

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("same")
