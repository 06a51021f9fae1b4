"""Popolo: the JSON of civic technology (https://www.popoloproject.com/specs/)."""
