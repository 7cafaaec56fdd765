"""Processes that clean page after page and may hang, grow or die."""
