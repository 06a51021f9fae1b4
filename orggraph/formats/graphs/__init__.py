"""Formats of graphs, and graphs as text for other tools."""
