"""Drawings: from a graph and a view to a picture, and to the files that hold it."""
