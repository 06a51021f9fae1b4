"""A graph in one SQLite file, which is opened and not loaded (`*.orgdb`).

`schema` says what is in it, `making` writes it from a `staging`, `opening` finds out whether a file
is one, and `index` looks things up in it.
"""
