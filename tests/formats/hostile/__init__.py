"""Files broken on purpose, and what every reader makes of them."""
