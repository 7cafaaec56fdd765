"""Made sites: ten pages each, of which every line's truth is known. dev_* are for looking at,
held_* are kept back: whoever builds what is measured does not read them."""
