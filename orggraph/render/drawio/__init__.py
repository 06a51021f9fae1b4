"""Editable diagrams: a scene as cells of draw.io."""
