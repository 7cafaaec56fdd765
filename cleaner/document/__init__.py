"""The vocabulary: Block, Place, Finding, Article. Frozen data that knows nobody."""
