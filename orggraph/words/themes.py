"""What the parts of a theme are called, and what is wrong with one."""

from orggraph.words.entries import Phrase, ProblemText, error, warning

PHRASES: dict[str, Phrase] = {
    "cannot-read-theme": (
        "the theme cannot be read; errors: {count}",
        "temaet kan ikke læses; fejl: {count}",
    ),
    "unknown-theme": (
        "there is no theme '{theme}'; name a theme file (.yaml), or one of: {known}",
        "der er intet tema '{theme}'; angiv en temafil (.yaml) eller et af: {known}",
    ),
    "unknown-theme-like": (
        "there is no theme '{theme}'; did you mean '{guess}'? Themes: {known}, or a file (.yaml)",
        "der er intet tema '{theme}'; mente du '{guess}'? Temaer: {known} eller en fil (.yaml)",
    ),
    "theme-ink": ("names and titles", "navne og titler"),
    "theme-quiet": ("what stands beside names", "det, der står ved navne"),
    "theme-vacancy": ("empty seats", "ubesatte pladser"),
    "theme-header": ("the line above the title", "linjen over titlen"),
    "theme-border": ("the border of cards of the kind '{id}'", "kanten på kort af arten '{id}'"),
    "theme-icon": ("the icon of the kind '{id}'", "ikonet for arten '{id}'"),
    "theme-line": ("lines and words of the family '{id}'", "linjer og ord i familien '{id}'"),
    "theme-other": ("other", "anden"),
    "theme-background": ("the background ({colour})", "baggrunden ({colour})"),
    "theme-highlight": ("the marker pen ({colour})", "fremhævningen ({colour})"),
    "theme-fill": ("cards of the kind '{id}' ({colour})", "kort af arten '{id}' ({colour})"),
    "theme-added": ("what was added", "det tilføjede"),
    "theme-removed": ("what was removed", "det udgåede"),
    "theme-changed": ("what was changed", "det ændrede"),
    "theme-tint": ("cards of what differs ({colour})", "kort med forskelle ({colour})"),
    "theme-bar": ("its bar ({colour})", "dens bjælke ({colour})"),
}

PROBLEMS: dict[str, ProblemText] = {
    "theme-empty": error(
        "T101",
        "a theme is made of keys such as 'ink:' and 'kinds:'",
        "et tema består af nøgler som 'ink:' og 'kinds:'",
    ),
    "theme-missing": error(
        "T102",
        "there is no theme file '{path}'; name a file, or one of: {known}",
        "der er ingen temafil '{path}'; angiv en fil eller et af temaerne: {known}",
    ),
    "theme-circle": error(
        "T103",
        "the theme builds on itself: {files}; let one of them extend: {known}",
        "temaet bygger på sig selv: {files}; lad et af dem bygge på: {known}",
    ),
    "no-colour": error(
        "T104",
        "'{key}' has no colour; put it in quotes, \"#2c4a8e\", since # begins a remark in YAML",
        "'{key}' har ingen farve; sæt den i anførselstegn, \"#2c4a8e\", da # indleder en "
        "kommentar i YAML",
    ),
    "bad-colour": error(
        "T105",
        '\'{text}\' is no colour; write it as "#2c4a8e" or "#24e", in quotes',
        '\'{text}\' er ikke en farve; skriv den som "#2c4a8e" eller "#24e", i anførselstegn',
    ),
    "bad-width": error(
        "T106",
        "'{text}' is no width of a line; write pixels from 0.5 to 6, such as 1.8",
        "'{text}' er ikke en stregbredde; skriv et antal pixel fra 0.5 til 6, for eksempel 1.8",
    ),
    "bad-dash": error(
        "T107",
        "'{text}' is no pattern; write solid, or the lengths of dash and gap in turn, two to eight "
        "of them from 0.5 to 100 pixels: [8, 5]",
        "'{text}' er ikke et mønster; skriv solid, eller længden af streg og mellemrum på skift, "
        "to til otte længder fra 0.5 til 100 pixel: [8, 5]",
    ),
    "bad-font-family": error(
        "T108",
        "'{text}' is no list of font families; write names with commas between: Arial, sans-serif",
        "'{text}' er ikke en liste af skrifttyper; skriv navne med komma imellem: Arial, "
        "sans-serif",
    ),
    "font-missing": error(
        "T109",
        "there is no font file '{path}'; paths start from where the theme is",
        "der er ingen skrifttypefil '{path}'; stier regnes fra temaets mappe",
    ),
    "font-unreadable": error(
        "T110",
        "'{path}' cannot be used as a font; give a TrueType or OpenType file (.ttf, .otf)",
        "'{path}' kan ikke bruges som skrifttype; angiv en TrueType- eller OpenType-fil (.ttf, "
        ".otf)",
    ),
    "low-contrast": warning(
        "T201",
        "the theme '{theme}': {part}, {colour} on {ground}, has a contrast of {ratio}:1; WCAG AA "
        "asks for {least}:1 or more",
        "temaet '{theme}': {part}, {colour} på {ground}, har en kontrast på {ratio}:1; WCAG AA "
        "kræver mindst {least}:1",
    ),
    "unused-kind": warning(
        "T202",
        "the theme '{theme}' says how cards of the kind '{id}' look, and the data has no such "
        "kind; it has: {known}",
        "temaet '{theme}' siger, hvordan kort af arten '{id}' ser ud, men dataene har ingen sådan "
        "art; de har: {known}",
    ),
    "unused-family": warning(
        "T203",
        "the theme '{theme}' says how lines of the family '{id}' look, and the data has no such "
        "family; it has: {known}",
        "temaet '{theme}' siger, hvordan linjer i familien '{id}' ser ud, men dataene har ingen "
        "sådan familie; de har: {known}",
    ),
}
