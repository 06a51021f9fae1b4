"""A data file as JSON Lines: one thing a line."""
