"""Phrases for people, each in English and Danish, as templates of `str.format`."""

PHRASES: dict[str, tuple[str, str]] = {
    "did-you-mean": ("; did you mean '{suggestion}'?", "; mente du '{suggestion}'?"),
    "a-mapping": ("keys with values", "nøgler med værdier"),
    "a-list": ("a list", "en liste"),
    "a-text": ("text", "tekst"),
    "a-truth": ("yes or no", "ja eller nej"),
    "cannot-read": (
        "the data cannot be read: {count} error(s)",
        "data kan ikke læses: {count} fejl",
    ),
    "unknown-node-id": ("there is no node '{query}'", "der er ingen knude '{query}'"),
    "unknown-node": (
        "no node is called '{query}'; closest: {candidates}",
        "ingen knude hedder '{query}'; nærmest: {candidates}",
    ),
    "no-node-like": (
        "no node is called '{query}', or anything like it; 'orggraph nodes' lists them",
        "ingen knude hedder '{query}' eller noget lignende; 'orggraph nodes' viser dem",
    ),
    "ambiguous-node": (
        "'{query}' fits several nodes; name one of: {candidates}",
        "'{query}' passer på flere knuder; nævn en af: {candidates}",
    ),
    "unknown-relation": (
        "'{words}' is no relation; types: {types}; families: {families}",
        "'{words}' er ingen relation; typer: {types}; familier: {families}",
    ),
}
