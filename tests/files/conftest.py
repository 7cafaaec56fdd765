"""The working folder of the command line."""

from tests.cli.made import folder

__all__ = ["folder"]
