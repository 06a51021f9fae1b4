"""Write JSON that is the same text everywhere and that our readers take."""

import json
import re
from typing import Any

# Characters that a reader refuses in text; escaped, JSON may have them.
_REFUSED = re.compile("[\x7f-\x84\x86-\x9f\ufffe\uffff]")


def render_json(value: Any, indent: int | None = 2) -> str:
    """Return ``value`` as the text of a JSON file, without an end of line after it."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    return _REFUSED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
