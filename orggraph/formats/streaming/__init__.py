"""Conversions of files that are too large to be held in memory as a graph."""
