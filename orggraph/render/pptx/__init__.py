"""Editable slides: a scene as shapes and connectors of PowerPoint."""
