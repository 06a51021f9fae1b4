"""What is said of organograms and of statements on ownership."""

from orggraph.words.entries import Phrase, ProblemText, error, note

PHRASES: dict[str, Phrase] = {
    # Names of what an organogram only hints at
    "undisclosed-holder": ("not disclosed ({post})", "ikke oplyst ({post})"),
    "posts-in-fte": ("Posts in full-time equivalents: {count}", "Stillinger i årsværk: {count}"),
    # Names and notes of what statements on ownership do not name
    "unnamed-entity": ("unnamed entity ({id})", "unavngiven enhed ({id})"),
    "unnamed-person": ("unnamed person ({id})", "unavngiven person ({id})"),
    "share": ("Share: {share} %", "Andel: {share} %"),
    # What a reader did not understand; each stands before a number and an example
    "gap.eliminated": (
        "post that no longer exists, by '{name}'",
        "stilling, der ikke længere findes, ifølge '{name}'",
    ),
    "gap.repeated": (
        "row whose '{name}' stands in another row, and which adds nothing to it",
        "række, hvis '{name}' står i en anden række, og som ikke føjer noget til den",
    ),
    "gap.replaced": (
        "statement that a later one replaces",
        "udsagn, som et senere erstatter",
    ),
    "gap.closed": (
        "interest that is closed, without the day it ended",
        "interesse, der er afsluttet, uden at dagen er oplyst",
    ),
    "gap.unspecified": (
        "relationship whose '{name}' the file leaves open",
        "forhold, hvor filen ikke oplyser '{name}'",
    ),
    "gap.unnamed": (
        "statement without an id, of the type '{name}'",
        "udsagn uden id, af typen '{name}'",
    ),
    "gap.unreferenced": ("row without '{name}'", "række uden '{name}'"),
}
PROBLEMS: dict[str, ProblemText] = {
    "organogram-headings": error(
        "X501",
        "this is no organogram: the first row needs the headings 'Post Unique Reference' and "
        "'Reports to Senior Post', or 'Reporting Senior Post' and 'Generic Job Title'",
        "dette er ikke et organogram: første række skal have overskrifterne 'Post Unique "
        "Reference' og 'Reports to Senior Post' eller 'Reporting Senior Post' og 'Generic Job "
        "Title'",
    ),
    "organogram-width": error(
        "X502",
        "the first row has {count} columns, and at most {limit} are read; remove those that are "
        "not needed",
        "første række har {count} kolonner, og der læses højst {limit}; fjern dem, der ikke bruges",
    ),
    "organogram-csv": error(
        "X503",
        "this row cannot be read as CSV ({detail}); look for a quotation mark that is not closed",
        "denne række kan ikke læses som CSV ({detail}); led efter et anførselstegn, der ikke "
        "bliver lukket",
    ),
    "organogram-pair": error(
        "X504",
        "no CSV file in '{path}' has 'senior' or 'junior' in its name; rename those that are "
        "organograms, or give one file",
        "ingen CSV-fil i '{path}' har 'senior' eller 'junior' i navnet; omdøb dem, der er "
        "organogrammer, eller angiv én fil",
    ),
    "organogram-encoding": note("X505", "read as {encoding}", "læst som {encoding}"),
    "organogram-senior": note(
        "X506",
        "the senior posts that these report to are read from '{path}'",
        "de overordnede stillinger, som disse refererer til, er læst fra '{path}'",
    ),
    "organogram-junior": note(
        "X507",
        "only the senior posts are read; to read the junior ones as well, give '{path}' instead",
        "kun de overordnede stillinger er læst; angiv '{path}' i stedet for at få de øvrige med",
    ),
    "organogram-no-senior": note(
        "X508",
        "there is no file of the senior posts beside this one, so its posts report to nothing",
        "der er ingen fil med de overordnede stillinger ved siden af denne, så dens stillinger "
        "refererer ikke til noget",
    ),
    "organogram-one-person": note(
        "X509",
        "names that stand at several posts are each taken to be one person: {names} ({count} in "
        "all)",
        "navne, der står ved flere stillinger, er hver regnet for én person: {names} (i alt "
        "{count})",
    ),
    "organogram-releases": error(
        "X510",
        "'{organisation}' is in '{path}' as well; the files of a directory are one chart, so keep "
        "one release of each organisation there, or give one file",
        "'{organisation}' er også i '{path}'; filerne i en mappe er ét diagram, så behold kun én "
        "udgave af hver organisation dér, eller angiv én fil",
    ),
    "organogram-others": note(
        "X511",
        "left out, since neither 'senior' nor 'junior' is in the name: {names} ({count} in all)",
        "udeladt, fordi hverken 'senior' eller 'junior' står i navnet: {names} (i alt {count})",
    ),
}
