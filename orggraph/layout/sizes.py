"""The measures of a picture, in pixels. Everything that is a matter of taste stands here."""

NAME, SUBTITLE, ROW, LABEL, BADGE = 15.0, 12.0, 12.0, 12.0, 11.0
"""The sizes of text on cards and lines."""

TITLE, LEGEND, FOOTNOTE, HEADER = 24.0, 12.5, 11.0, 12.0
"""The sizes of text around the picture."""

LEADING = 1.32
"""From one baseline to the next, in sizes of text."""

ASCENT, DESCENT = 0.8, 0.25
"""How far letters reach above and below the baseline, in sizes of text."""

NAME_LIMIT, LABEL_LIMIT = 220.0, 130.0
"""The widths at which text on cards and lines is wrapped."""

ROSTER_LIMIT, WHO_LIMIT, COLUMNS_APART = 410.0, 195.0, 14.0
"""The widths at which a roster, and its first column, is wrapped, and between its columns."""

CHANGED_BORDER, GONE_DASH = 2.5, (7.0, 4.0)
"""The border of a card that differs between two versions; its dashes where it is gone."""

CHANGED_WIDTHS = {"added": 1.4, "changed": 1.0, "removed": 0.2}
"""How much wider lines are that differ between two versions than those that do not."""

BAR, ICON, PADDING = 26.0, 15.0, 12.0
"""A card's bar, the icon on it, and the room around its text."""

SIGN, ROW_SIGN, SIGN_GAP = 17.0, 12.0, 5.0
"""The signs of what differs between two versions, on cards and in rows, and beside them."""

CARD_LEAST = 132.0
"""The least width of a card."""

CORNER = 8.0
"""The radius of cards and of the bends of lines."""

LINES_APART = 16.0
"""From one line to the next beside it."""

LABELS_APART = 12.0
"""Between two labels side by side."""

CARDS_APART = 30.0
"""Between two cards side by side."""

STUB = 17.0
"""The straight piece at the end of a line, long enough for its arrow."""

ROW_GAP = 5.0
"""Above and below a row of labels."""

LEAST_CHANNEL = 46.0
"""The least room between two ranks."""

PLAY = 28.0
"""How much longer the side of a card is than its lines need, so that they can be straight."""

CLEAR = 9.0
"""How near the upright pieces of two lines may come to each other."""

MARGIN = 40.0
"""Around the picture."""

SPINE, STACK_GAP = 22.0, 12.0
"""Left of stacked cards, and between them."""
