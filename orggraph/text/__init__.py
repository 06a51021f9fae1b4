"""Text as people write it: in several languages, spelt in several ways."""

from orggraph.text.folding import collation_key, fold, natural_key
from orggraph.text.local import LocalText, TextList
from orggraph.text.shortening import shorten

__all__ = ["LocalText", "TextList", "collation_key", "fold", "natural_key", "shorten"]
