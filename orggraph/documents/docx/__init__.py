"""A document as a file of Word."""
