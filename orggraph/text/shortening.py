"""Text where there is little room for it."""


def shorten(text: str, limit: int = 60) -> str:
    """Return ``text`` on one line of at most ``limit`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
