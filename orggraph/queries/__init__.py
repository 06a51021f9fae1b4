"""Questions to the graph: functions that take it and return frozen results.

A module a family of questions; each is imported by its own name, so that a question loads its own
family only.
"""
