"""Results in words: each becomes a report, and a report is written in one of four formats."""
