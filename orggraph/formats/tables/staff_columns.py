"""Which columns of a list of people are which: by their headings, and by what is in them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from orggraph.source import Location, Problem, problem
from orggraph.source.guessing import Guesser
from orggraph.text import fold, shorten

HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": (
            "name", "navn", "full name", "fulde navn", "employee", "employee name", "medarbejder",
            "medarbejdernavn", "ansat", "person", "staff", "display name", "fornavn og efternavn",
            "staff name", "worker", "worker name", "fuldt navn", "medarbejderens navn",
        ),
        "first_name": ("first name", "given name", "forename", "fornavn", "for- og mellemnavn"),
        "last_name": ("last name", "family name", "surname", "efternavn"),
        "manager": (
            "manager", "leder", "manager name", "superior", "overordnet", "supervisor", "boss",
            "chef", "nærmeste leder", "nærmeste chef", "line manager", "reports to",
            "refererer til", "personaleleder", "ledernavn", "lederens navn", "leders navn",
            "leder navn", "nærmeste overordnede", "overordnede", "daglig leder", "afdelingsleder",
            "supervisor name", "line manager name", "direct manager", "managers name", "leder/chef",
        ),
        "id": (
            "id", "employee id", "employee number", "employee no", "medarbejdernummer",
            "medarbejdernr", "medarbejder id", "staff id", "personnel number", "lønnummer", "nr",
            "number", "nummer", "initialer", "initials", "brugernavn", "username", "worker id",
            "medarbejder nr", "medarb nr", "tjenestenummer", "tjenestenr", "init",
        ),
        "manager_id": (
            "manager id", "manager number", "manager no", "leder id", "ledernummer", "ledernr",
            "leders id", "leders nummer", "superior id", "supervisor id", "lederens id",
            "leder initialer", "leders initialer", "lederinitialer", "chef id", "manager email",
            "managers email", "line manager id", "line manager email", "supervisor email",
            "leders nr", "leder nr", "managers id", "managers number", "reports to id", "chef nr",
            "leders medarbejdernr", "leders medarbejdernummer", "lederens nummer", "leder email",
            "leders email", "lederens email", "leder mail", "leders mail",
        ),
        "title": ("title", "titel", "job title", "stilling", "stillingsbetegnelse", "position",
                  "role", "rolle", "jobtitel", "jobfunktion", "business title"),
        "unit": (
            "unit", "enhed", "department", "afdeling", "organisation", "organization", "team",
            "division", "kontor", "forvaltning", "afsnit", "sektion", "section", "område",
            "afdelingsnavn", "enhedsnavn", "organisationsenhed", "department name", "business unit",
        ),
        "email": (
            "email", "e-mail", "mail", "mailadresse", "e-mailadresse", "email address",
            "arbejdsmail", "work email",
        ),
    }
)  # fmt: skip
"""What each column may be called, by what it means; in English and Danish."""

_BY_WORD = {fold(word): name for name, words in HEADINGS.items() for word in words}
MOST_ROWS = 10_000  # that a guess looks at


class Choice(NamedTuple):
    """Which column of the file has what, by its number; `is_guess` where values told it."""

    columns: Mapping[str, int]
    is_guess: bool


def is_staff(headings: Iterable[str]) -> bool:
    """Whether headings are those of a list of people with their managers."""
    return _is_complete({found for h in headings if (found := _BY_WORD.get(fold(h)))})


def _is_complete(names: Collection[str]) -> bool:
    has_names = "name" in names or "id" in names or {"first_name", "last_name"} <= set(names)
    return has_names and ("manager" in names or "manager_id" in names)


def choose_columns(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    named: Mapping[str, str],
    place: Location,
) -> Choice | Problem:
    """Return which column is which: as a person named it, by heading, and else by values.

    The column of managers is the one whose values are those of another column most often; that
    other has the names.
    """
    columns: dict[str, int] = {}
    by_heading = {fold(heading): at for at, heading in reversed([*enumerate(headings)])}
    for name, heading in named.items():
        at = by_heading.get(fold(heading))
        if name not in HEADINGS:
            return problem("no-such-column", place, column=shorten(name), known=", ".join(HEADINGS))
        if at is None:
            guess = Guesser().guess(heading, [h for h in headings if h][:200])
            return problem("no-such-heading", place, did_you_mean=guess, heading=shorten(heading))
        columns[name] = at
    for at, heading in enumerate(headings):
        found = _BY_WORD.get(fold(heading))
        if found and found not in columns and at not in columns.values():
            columns[found] = at
    is_guess = False
    if "name" in columns or len({"first_name", "last_name"} & columns.keys()) == 1:
        columns = {n: at for n, at in columns.items() if n not in ("first_name", "last_name")}
    if not _is_complete(columns):
        if guessed := _guess(len(headings), rows, columns):
            columns, is_guess = guessed, True
        else:
            shown = ", ".join(headings[:12])[:200]
            return problem("no-staff", place, headings=shown)
    return Choice(columns, is_guess)


def _guess(
    width: int, rows: Sequence[Sequence[str]], known: Mapping[str, int]
) -> dict[str, int] | None:
    """Return the columns with those of names and managers, where values tell them."""
    values: list[list[str]] = [
        [fold(row[at]) for row in rows[:MOST_ROWS] if at < len(row) and row[at]]
        for at in range(min(width, 50))
    ]
    sets = [set(column) for column in values]
    best: tuple[float, int, int] | None = None
    names = [known["name"]] if "name" in known else range(len(values))
    managers = [known["manager"]] if "manager" in known else range(len(values))
    for name in names:
        for manager in managers:
            if name == manager or not values[name] or not values[manager]:
                continue
            inside = sum(value in sets[name] for value in values[manager]) / len(values[manager])
            # Names are mostly different; managers come again.
            different = len(sets[name]) / len(values[name])
            if inside >= 0.5 and different >= 0.9 and len(sets[manager]) < len(sets[name]):
                best = max(best or (0.0, 0, 0), (round(inside, 2), -name, -manager))
    if best is None:
        return None
    others = {key: at for key, at in known.items() if at not in (-best[1], -best[2])}
    return {**others, "name": -best[1], "manager": -best[2]}
