"""Statements on who owns and controls what: the Beneficial Ownership Data Standard (BODS)."""
