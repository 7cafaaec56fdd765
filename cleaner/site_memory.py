"""Old name of `cleaner.sites.memory`; it goes with the next minor version."""

from __future__ import annotations

from cleaner.moved import forward

__getattr__ = forward(__name__, ("cleaner.sites.memory", "cleaner.learn"))
