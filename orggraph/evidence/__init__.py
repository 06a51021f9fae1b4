"""Evidence: what statements rest on, held against the documents themselves."""
