"""Site memory: what comes back from page to page of a site, learnt from some of its pages."""

from cleaner.sites.memory.folder import SiteMemories, opened
from cleaner.sites.memory.memory import SiteMemory, SiteMemoryError

__all__ = ["SiteMemories", "SiteMemory", "SiteMemoryError", "opened"]
