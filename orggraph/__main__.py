"""``python -m orggraph`` is ``orggraph``."""

from orggraph.cli import main

main()
