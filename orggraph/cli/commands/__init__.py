"""The commands, by the room they ask. Each parses its words, asks once and prints."""
