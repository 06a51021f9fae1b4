"""How pictures look: colours, lines and fonts, as data."""
