"""Words of seats and time: who sits until when, and what was when."""

from orggraph.words.entries import Phrase, ProblemText, error, warning

PHRASES: dict[str, Phrase] = {
    # Spans and dates
    "no-span": (
        "'{words}' is no span of time; write 6 months, 90 days or 1 year",
        "'{words}' er ikke et tidsrum; skriv 6 måneder, 90 dage eller 1 år",
    ),
    "day": ("{number} day", "{number} dag"),
    "days": ("{number} days", "{number} dage"),
    "computed": ("{date} (computed)", "{date} (beregnet)"),
    "until-and-state": ("{until}; {state}", "{until}; {state}"),
    "on-day": ("on {day}", "den {day}"),
    "by-day": ("on {day} at the latest", "senest den {day}"),
    "between-days": (
        "between {earliest} and {latest}",
        "mellem {earliest} og {latest}",
    ),
    # Who sits until when
    "col-days-left": ("days left", "dage tilbage"),
    "term-sitting": ("sitting", "sidder"),
    "term-expired": ("term is over", "funktionsperioden er udløbet"),
    "term-renewed": ("a new term followed", "en ny periode fulgte"),
    "term-ended": ("has left", "fratrådt"),
    "term-to_come": ("to come", "endnu ikke tiltrådt"),
    "term-unknown": ("uncertain", "uvist"),
    "perhaps-expires": ("{state}; may run out in time", "{state}; udløber måske inden for fristen"),
    "no-start-known": ("unknown: {term} from an unknown start", "ukendt: {term} fra ukendt start"),
    "no-terms-within": (
        "No term is known to run out within {span} from {day}.",
        "Så vidt vides udløber ingen funktionsperiode inden for {span} fra {day}.",
    ),
    "terms-on": ("As of {day}.", "Pr. {day}."),
    "terms-within": (
        "Terms that run out within {span} from {day}, or already have.",
        "Funktionsperioder, der udløber inden for {span} fra {day} eller er udløbet.",
    ),
    "terms-over": (
        "Still written as sitting, though the term is over: {count}.",
        "Står stadig som siddende, selv om funktionsperioden er udløbet: {count}.",
    ),
    "seat-expired": ("term is over", "funktionsperioden udløbet"),
    # What was when
    "col-date": ("date", "dato"),
    "col-event": ("event", "hændelse"),
    "col-what": ("what", "hvad"),
    "turn-begins": ("begins", "begynder"),
    "turn-ends": ("last day", "sidste dag"),
    "seat-in": ("The seat {seat} in {body}", "Pladsen {seat} i {body}"),
    "nothing-dated": ("Nothing is dated.", "Intet er dateret."),
    "undated": ("Without dates", "Uden datoer"),
    "told-until": (
        "Nothing that lies after {day} is told.",
        "Det, der ligger efter {day}, er ikke med.",
    ),
}

PROBLEMS: dict[str, ProblemText] = {
    # Seats
    "seat-over-filled": error(
        "S101",
        "more members than places: {seat} in {body}; members: {filled}, places: {count}",
        "flere medlemmer end pladser: {seat} i {body}; medlemmer: {filled}, pladser: {count}",
    ),
    "seat-vacant": warning(
        "S102",
        "vacant: {seat} in {body}; filled: {filled} of {count}, and the roster is said to be "
        "complete",
        "ledig: {seat} i {body}; besat: {filled} af {count}, og medlemslisten siges at være "
        "fuldstændig",
    ),
}
