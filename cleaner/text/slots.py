"""Slots of the lexicons: how a phrase of each must stand in a block to be found."""

WHOLE = frozenset({"heading", "label", "network", "moment", "reply"})
START = frozenset({"opening", "about", "credit", "offer"})
END = frozenset({"ending", "closing", "teaser", "beside", "after"})
NUMBERED = frozenset({"relative", "reading", "number"})
"""Slots where `…` stands for a number."""
WITHIN = frozenset({"statement", "appeal", "prompt", "note"})
LISTS = frozenset("month weekday changed helper unit told ours control option classes".split())
"""Slots that are never searched for in text: who knows what they are for asks for their phrases."""
GAPPED = frozenset({"pattern", "address"})
"""Slots of classes of words with other words between, as `cleaner.text.pattern` reads them."""
OF_EVERY_LANGUAGE = frozenset({"agency", "classes"})
"""Slots whose words are the same in every language."""
ROLES = "roles"
"""The table of a file that says what else its slots tell, to whom it concerns."""
