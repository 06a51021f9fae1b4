"""Tables: CSV files and workbooks, by one description of what their columns hold."""
