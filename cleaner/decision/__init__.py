"""Which findings are carried out, and in how many passes."""

from cleaner.decision.decide import Decision, decide

__all__ = ["Decision", "decide"]
