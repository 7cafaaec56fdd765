"""The parts of which `training.recombine` makes a page."""
