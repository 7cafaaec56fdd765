"""Site memory: what comes back from page to page of a site, learnt from some of its pages."""

from cleaner.site_memory.learn import learn
from cleaner.site_memory.memory import SiteMemory, SiteMemoryError

__all__ = ["SiteMemory", "SiteMemoryError", "learn"]
