"""What a report says: its summary, chapters and notes."""
