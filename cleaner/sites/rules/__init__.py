"""Rules that somebody wrote by hand for a site: what is article there, and what is not.

A file of rules is TOML (docs/site-rules.md). `SiteRules` holds what was read of one or several,
and goes into `Options`; without it nothing of this package is imported.
"""

from cleaner.sites.rules.rule import RulesError
from cleaner.sites.rules.rules import SiteRules

__all__ = ["RulesError", "SiteRules"]
