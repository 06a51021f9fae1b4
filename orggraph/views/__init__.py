"""What a picture shows: views, and the content that they choose from a graph."""
