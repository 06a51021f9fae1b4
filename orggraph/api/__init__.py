"""The Python face of orggraph: organisations (`graph`), and the files that they are in (`files`).

Its names are had from `orggraph` itself.
"""
