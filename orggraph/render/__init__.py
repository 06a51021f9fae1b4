"""Pictures as files: one module for each format that a scene is written in."""
