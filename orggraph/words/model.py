"""What is wrong with an organisation as the data describes it: its laws and words."""

from orggraph.words.entries import ProblemText, error

PROBLEMS: dict[str, ProblemText] = {
    # The model
    "unknown-node": error("M101", "unknown node '{node}'", "ukendt knude '{node}'"),
    "repeated-node": error(
        "M102",
        "the node '{id}' is described already, at {first}; put both together",
        "knuden '{id}' er beskrevet allerede, i {first}; saml de to",
    ),
    "repeated-seat": error(
        "M103",
        "the seat '{id}' is described already, at {first}",
        "pladsen '{id}' er beskrevet allerede, i {first}",
    ),
    "repeated-source": error(
        "M104",
        "the source '{id}' is described already, at {first}",
        "kilden '{id}' er beskrevet allerede, i {first}",
    ),
    "repeated-relation": error(
        "M105",
        "the same relation is stated already, at {first}; where both hold, tell them apart by "
        "'from' or give one an 'id'",
        "den samme relation står allerede, i {first}; gælder begge, så skil dem ad med 'from', "
        "eller giv den ene et 'id'",
    ),
    "wrong-source-kind": error(
        "M106",
        "'{node}' is of the kind {kind}; '{type}' starts from: {allowed}",
        "'{node}' er af arten {kind}; '{type}' udgår fra: {allowed}",
    ),
    "wrong-target-kind": error(
        "M107",
        "'{node}' is of the kind {kind}; '{type}' leads to: {allowed}",
        "'{node}' er af arten {kind}; '{type}' fører til: {allowed}",
    ),
    "self-relation": error(
        "M108",
        "'{node}' cannot relate to itself ({type})",
        "'{node}' kan ikke have en relation til sig selv ({type})",
    ),
    "cycle": error(
        "M109", "a circle where there can be none: {nodes}", "en ring, hvor ingen kan være: {nodes}"
    ),
    "unknown-seat": error(
        "M110",
        "'{body}' has no seat '{seat}'; it has: {seats}",
        "'{body}' har ingen plads '{seat}'; den har: {seats}",
    ),
    "seat-outside-roster": error(
        "M111",
        "name the body of the seat '{seat}' too: body/{seat}",
        "nævn også organet, som pladsen '{seat}' hører til: organ/{seat}",
    ),
    "unknown-source": error("M112", "unknown source '{source}'", "ukendt kilde '{source}'"),
    "ends-before-start": error(
        "M113",
        "it ends ({end}) before it starts ({start})",
        "det slutter ({end}), før det begynder ({start})",
    ),
    "not-a-collective": error(
        "M114",
        "'{id}' must be a collective to be counted by; add 'collective: yes' to it",
        "'{id}' skal være et kollektiv for at tælles efter; skriv 'collective: yes' under den",
    ),
    "announced-kind": error(
        "M115",
        "'{node}' is of the kind {kind}, not {announced}",
        "'{node}' er af arten {kind}, ikke {announced}",
    ),
    "unknown-type": error(
        "M116", "unknown relation type '{type}'", "ukendt relationstype '{type}'"
    ),
    "unknown-kind": error("M117", "unknown kind '{kind}'", "ukendt art '{kind}'"),
    # The vocabulary
    "term-taken": error(
        "V101",
        "'{words}' already means the relation type {type}; choose other words",
        "'{words}' betyder allerede relationstypen {type}; vælg andre ord",
    ),
    "term-reserved": error(
        "V102",
        "'{words}' is a key of every node already; choose other words",
        "'{words}' er allerede en nøgle på enhver knude; vælg andre ord",
    ),
}
