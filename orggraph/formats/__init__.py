"""Files in and out: each format a small module, found by suffix."""
