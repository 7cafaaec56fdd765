"""Hypothesis: the same examples each time; --hypothesis-profile=search looks further."""

import signal

from hypothesis import HealthCheck, settings

signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell runs us behind it

SLOW = [HealthCheck.too_slow]  # says how busy the machine is
settings.register_profile("same", deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("same")
