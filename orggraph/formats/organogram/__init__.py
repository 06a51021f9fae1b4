"""Organograms of the British government: CSV files of senior and of junior posts."""
