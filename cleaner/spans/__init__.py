"""Where kept blocks stand in their source, found when asked for; quotations looked up by it."""
