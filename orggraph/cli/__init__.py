"""The command line: it parses, asks, and prints. Everything else is below."""

from orggraph.cli.run import main

__all__ = ["main"]
