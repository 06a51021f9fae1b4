"""The data file that people begin from."""

from pathlib import Path


def starter_text(language: str) -> str:
    """Return a small, commented data file in Danish or English."""
    name = "starter.da.yaml" if language == "da" else "starter.en.yaml"
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
