"""The data file: how it is read and written."""
