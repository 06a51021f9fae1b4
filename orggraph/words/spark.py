"""What is said of graphs that are asked on Apache Spark."""

from orggraph.words.entries import Phrase, ProblemText

PHRASES: dict[str, Phrase] = {
    "spark-extra-missing": (
        "Spark needs one more package: pip install 'orggraph[spark]'",
        "Spark kræver en pakke mere: pip install 'orggraph[spark]'",
    ),
    "spark-no-java": (
        "Spark needs Java 17 or later, and none was found; install it (on Debian and Ubuntu: apt "
        "install openjdk-17-jre-headless), or set JAVA_HOME to where it is",
        "Spark kræver Java 17 eller nyere, og den blev ikke fundet; installér den (på Debian og "
        "Ubuntu: apt install openjdk-17-jre-headless), eller sæt JAVA_HOME til dens placering",
    ),
    "spark-no-start": (
        "Spark did not start ({reason}); is it Java 17 or later, and can the cluster be reached?",
        "Spark startede ikke ({reason}); er det Java 17 eller nyere, og er der forbindelse til "
        "klyngen?",
    ),
    "spark-no-table": (
        "the table '{path}' cannot be read ({reason}); a directory of tables comes from: orggraph "
        "convert DATA DIRECTORY --to parquet",
        "tabellen '{path}' kan ikke læses ({reason}); en mappe med tabeller laves med: orggraph "
        "convert DATA MAPPE --to parquet",
    ),
    "spark-no-column": (
        "the table '{path}' lacks columns: {columns}; it has: {known}",
        "tabellen '{path}' mangler kolonner: {columns}; den har: {known}",
    ),
    "spark-ill-asked": (
        "what is asked about must have columns: {columns}; these were given: {known}",
        "det, der spørges om, skal have kolonner: {columns}; disse blev givet: {known}",
    ),
    "spark-unknown-nodes": (
        "no nodes have these ids: {nodes}; ask by the ids in nodes.parquet, not by names",
        "ingen knuder har disse id'er: {nodes}; spørg med id'erne i nodes.parquet, ikke med navne",
    ),
    "spark-too-deep": (
        "a reporting line has more than {limit} levels, or leads in a circle; check the data with "
        "orggraph check, or give SparkGraph a larger max_levels",
        "en rapporteringslinje har over {limit} led eller går i ring; kontrollér data med orggraph "
        "check, eller giv SparkGraph en større max_levels",
    ),
    "spark-failed": (
        "Spark could not answer ({reason})",
        "Spark kunne ikke svare ({reason})",
    ),
}
PROBLEMS: dict[str, ProblemText] = {}
