"""Exploring: a graph as a page in a browser, served on this machine or as one file."""
