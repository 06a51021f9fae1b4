"""Writer for plain text: the outline, which says in words all that the picture shows."""

from collections.abc import Sequence

from orggraph.render.writer import Settings, Writer
from orggraph.scene import Scene
from orggraph.text.escapes import one_line


def describe(scene: Scene) -> list[str]:
    """Return what a scene is, unless its title says just that, and its outline, indented."""
    outline = "\n".join("  " * item.depth + one_line(item.words) for item in scene.outline)
    said = scene.description == scene.title
    return [block for block in ("" if said else one_line(scene.description), outline) if block]


def tell(scene: Scene) -> str:
    """Return a scene as text: its title, what it is, its outline and its footnotes."""
    notes = (one_line(text.words) for text in scene.texts if text.role == "footnote")
    blocks = [one_line(scene.title), *describe(scene), "\n".join(notes)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def write(scenes: Sequence[Scene], settings: Settings) -> bytes:
    """Return the scenes as text, in UTF-8, one after the other."""
    return "\n\n".join(tell(scene) for scene in scenes).encode()


WRITER = Writer(("txt",), "text", write, many=True)
