"""Words of the rules of governance: what was found against them, and how rules are explained."""

from orggraph.words.entries import Phrase, ProblemText, error, note, warning

PHRASES: dict[str, Phrase] = {
    # The report of a check
    "note": ("note", "bemærkning"),
    "check-notes": (
        "Errors: {errors}. Warnings: {warnings}. Notes: {notes}.",
        "Fejl: {errors}. Advarsler: {warnings}. Bemærkninger: {notes}.",
    ),
    "findings-set-aside": (
        "Findings that the data file sets aside: {count}.",
        "Fund, som datafilen sætter ud af betragtning: {count}.",
    ),
    "more-of-rule": (
        "More of {code}: {count}. With --format json all are listed; orggraph explain {code} tells "
        "what they mean.",
        "Flere af {code}: {count}. Med --format json er alle med; orggraph explain {code} "
        "fortæller, hvad de betyder.",
    ),
    "most-of-rule": (
        "More of {code}: {count}. With --format json the first {most} are listed; orggraph explain "
        "{code} tells what they mean.",
        "Flere af {code}: {count}. Med --format json er de første {most} med; orggraph explain "
        "{code} fortæller, hvad de betyder.",
    ),
    "more-seats": (
        "Further seats, which are not shown: {count}.",
        "Yderligere pladser, som ikke vises: {count}.",
    ),
    "findings-left-out": (
        "Further findings of {code}, which are not listed: {count}.",
        "Yderligere fund af {code}, som ikke er med: {count}.",
    ),
    "checking": ("Checking", "Kontrollerer"),
    "source-root": (
        "The directory in which orggraph was run",
        "Den mappe, som orggraph blev kørt i",
    ),
    # The explanation of a rule
    "col-code": ("code", "kode"),
    "col-severity": ("counts as", "regnes for"),
    "explained-meaning": ("What it means", "Hvad det betyder"),
    "explained-why": ("Why it matters", "Hvorfor det betyder noget"),
    "explained-remedy": ("What to do", "Hvad man gør"),
    "explained-example": ("Example", "Eksempel"),
    "explained-document": ("The document says", "Dokumentet siger"),
    "explained-literature": ("Source", "Kilde"),
    "explained-sentence": ("How it is told", "Sådan lyder det"),
    "counts-as": (
        "Code {code}, name {name}; counts as: {severity}.",
        "Kode {code}, navn {name}; regnes for: {severity}.",
    ),
    "only-a-sentence": (
        "There is no page of its own for it: the sentence says what is wrong.",
        "Der er ingen side til den: sætningen siger, hvad der er galt.",
    ),
    "no-such-rule": (
        "'{words}' is the code or name of no finding; orggraph explain lists them all{hint}",
        "'{words}' er ikke kode eller navn på noget fund; orggraph explain viser dem alle{hint}",
    ),
}

PROBLEMS: dict[str, ProblemText] = {
    # Lines
    "no-superior": note(
        "G001",
        "{body} stands outside every line: it reports to nobody, nobody reports to it, and it is "
        "part of nothing",
        "{body} står uden for enhver linje, refererer ikke til nogen, har ingen under sig og er "
        "ikke del af noget",
    ),
    "two-superiors": warning(
        "G002",
        "{node} has several superiors at once, by solid lines: {superiors}",
        "{node} har flere overordnede på samme tid, ad fuldt optrukne linjer: {superiors}",
    ),
    "nobody-reports-for": note(
        "G003",
        "nobody is said to report for {body}: not the body itself, nor anyone who sits in it or "
        "represents it",
        "der står ikke, at nogen rapporterer for {body}: hverken organet selv eller nogen, der "
        "sidder i det eller repræsenterer det",
    ),
    # Appointments
    "appoints-itself": note(
        "G010",
        "{body} itself fills a seat in {body}: {seat}",
        "{body} besætter selv en plads i {body}: {seat}",
    ),
    "self-appointed": warning(
        "G011",
        "{member} fills the seat {seat} in {body} and sits in it",
        "{member} besætter pladsen {seat} i {body} og sidder selv på den",
    ),
    "appointment-circle": note(
        "G012",
        "these choose each other's members, in a circle: {nodes}",
        "disse vælger eller udpeger hinandens medlemmer i en ring: {nodes}",
    ),
    "appointer-gone": warning(
        "G013",
        "on {day}, nobody is left to fill the seat {seat} in {body}; gone: {by}",
        "pr. {day} er der ingen tilbage til at besætte pladsen {seat} i {body}; ophørt: {by}",
    ),
    "nobody-fills": note(
        "G014",
        "nobody is said to fill the seat {seat} in {body}",
        "der står ikke, hvem der besætter pladsen {seat} i {body}",
    ),
    "appointed-and-elected": note(
        "G015",
        "one place, several ways to fill it: {seat} in {body} is {ways}",
        "én plads, flere måder at besætte den på: {seat} i {body} {ways}",
    ),
    # Votes and the chair
    "chair-without-vote": warning(
        "G020",
        "the chair of {body} has no vote: {chair}",
        "formanden for {body} har ikke stemmeret: {chair}",
    ),
    "several-chairs": warning(
        "G021",
        "{body} has several chairs at once: {chairs}",
        "{body} har flere formænd på samme tid: {chairs}",
    ),
    "no-chair": note(
        "G022",
        "nobody chairs {body}: neither a seat nor a member is the chair's, and the roster is "
        "complete",
        "ingen er formand for {body}: hverken en plads eller et medlem er formandens, og "
        "medlemslisten er fuldstændig",
    ),
    "secretary-votes": note(
        "G023",
        "{member} is secretary of {body} and votes in it",
        "{member} er sekretær for {body} og har stemmeret der",
    ),
    "vote-against-seat": warning(
        "G024",
        "the vote of {member} in {body}: {own}; by the rule of the seat {seat}: {rule}",
        "stemmeret for {member} i {body}: {own}; efter reglen for pladsen {seat}: {rule}",
    ),
    "even-votes": note(
        "G025",
        "{body} has an even number of votes ({votes}), and may tie",
        "{body} har et lige antal stemmer ({votes}), så der kan blive stemmelighed",
    ),
    "member-outside-seats": note(
        "G026",
        "{member} sits in {body} and holds none of its seats",
        "{member} sidder i {body}, men har ingen af pladserne",
    ),
    # Terms
    "term-expired": warning(
        "G030",
        "the term of {member} in {body} ({seat}) ended {last}, and {member} is still written as "
        "sitting",
        "funktionsperioden for {member} i {body} ({seat}) udløb {last}, og {member} står stadig "
        "som siddende",
    ),
    "term-without-start": note(
        "G031",
        "the seat {seat} in {body} has a term, but no start is written down, so that nobody can "
        "tell when it ends: {members}",
        "pladsen {seat} i {body} har en funktionsperiode, men ingen start er skrevet ned, så ingen "
        "kan se, hvornår den udløber: {members}",
    ),
    "terms-overlap": error(
        "G032",
        "on {day} more sit on the seat {seat} in {body} than there are places ({count}): {members}",
        "den {day} sidder flere på pladsen {seat} i {body}, end der er pladser ({count}): "
        "{members}",
    ),
    "sits-twice": warning(
        "G033",
        "{member} has two places in {body} at the same time",
        "{member} har to pladser i {body} på samme tid",
    ),
    # Representation and contact
    "represents-what-is-gone": warning(
        "G040",
        "{member} represents {represented}, which no longer exists on {day}",
        "{member} repræsenterer {represented}, som ikke længere findes pr. {day}",
    ),
    "represents-a-stranger": note(
        "G041",
        "{member} represents {represented}, and nothing else ties {represented} to {member} or to "
        "{body}",
        "{member} repræsenterer {represented}, og intet andet knytter {represented} til {member} "
        "eller til {body}",
    ),
    "represents-another": note(
        "G042",
        "{member} represents {represented}, but is employed by: {employers}",
        "{member} repræsenterer {represented}, men er ansat i: {employers}",
    ),
    "contact-without-people": warning(
        "G043",
        "{node} is the contact of {other}, and its complete roster is empty: nobody is there",
        "{node} er kontakt for {other}, men medlemslisten er fuldstændig og tom: der er ingen",
    ),
    # Oversight
    "overseer-is-member": note(
        "G050",
        "{overseer} oversees {overseen} and is a member of it",
        "{overseer} fører tilsyn med {overseen} og er selv medlem",
    ),
    "on-both-sides": note(
        "G051",
        "{member} sits in {overseer} and in {overseen}, which {overseer} oversees",
        "{member} sidder både i {overseer} og i {overseen}, som {overseer} fører tilsyn med",
    ),
    "mutual-oversight": note(
        "G052",
        "these oversee each other, in a circle: {nodes}",
        "disse fører tilsyn med hinanden i en ring: {nodes}",
    ),
    "overseer-reports-to-overseen": warning(
        "G053",
        "{overseer} oversees {overseen} and stands below it in the reporting line",
        "{overseer} fører tilsyn med {overseen} og står selv længere nede i samme "
        "rapporteringslinje",
    ),
    "overseer-uninformed": note(
        "G054",
        "{overseer} oversees {overseen}, and nothing says that word from {overseen} reaches "
        "{overseer}",
        "{overseer} fører tilsyn med {overseen}, og der står intet om, at oplysninger fra "
        "{overseen} når frem til {overseer}",
    ),
    # Proof
    "statement-without-evidence": note(
        "G060",
        "stated without evidence: {source} {relation} {target}",
        "oplyst uden belæg: {source} {relation} {target}",
    ),
    "seat-without-evidence": note(
        "G061",
        "a seat stated without evidence: {seat} in {body}",
        "en plads oplyst uden belæg: {seat} i {body}",
    ),
    "node-without-evidence": note(
        "G062",
        "no words are quoted for {node}, nor for anything that is said of {node}",
        "ingen ord er citeret for {node} eller for noget, der siges om {node}",
    ),
    "inferred-without-reason": note(
        "G063",
        "inferred, and no note says from what: {what}",
        "udledt, uden at en note siger hvoraf: {what}",
    ),
    # Settings
    "idle-setting": note(
        "G901",
        "the setting for {rule} applies to no finding; take it out, or correct what it is for",
        "indstillingen for {rule} gælder intet fund; fjern den, eller ret, hvad den gælder for",
    ),
}
