"""Site memory: what comes back from page to page of a site, learnt from some of its pages."""

from cleaner.site_memory.folder import SiteMemories, opened
from cleaner.site_memory.learn import learn
from cleaner.site_memory.memory import SiteMemory, SiteMemoryError

__all__ = ["SiteMemories", "SiteMemory", "SiteMemoryError", "learn", "opened"]
