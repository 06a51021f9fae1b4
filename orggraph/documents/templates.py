"""Read templates: files with an organisation's own style."""

from pathlib import Path

from orggraph.errors import OrgGraphError, os_reason
from orggraph.words import Word


def read_template(path: Path) -> bytes:
    """Return the content of a template; raises OrgGraphError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise OrgGraphError("template-broken", template=path, reason=os_reason(error)) from error


def read_style(path: Path) -> str:
    """Return a style sheet as it may stand within HTML; raises OrgGraphError for what is none."""
    try:
        text = read_template(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = Word("not-in-utf-8")
        raise OrgGraphError("template-broken", template=path, reason=reason) from error
    # Nothing in it may end the element that it stands in; in a text of CSS the backslash is none.
    lines = text.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace("</", "<\\/")
