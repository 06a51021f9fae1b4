"""Documents: from a graph to a report that one sends to people."""
