"""The page's script: its modules as one, so that a page needs no other file.

The modules are plain: each import is a line of its own, and no two of them give one name to
different things, so that they can stand one after another.
"""

import re
from pathlib import Path

PAGE = Path(__file__).with_name("page")
"""Where the sources of the page are."""

_ENTRY = "main.js"
_IMPORT = re.compile(r'^import (?:\{[^}\n]*\} from )?"\./([a-z_-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_ENDS_SCRIPT = re.compile("</script|<!--", re.IGNORECASE)


def bundle(folder: Path = PAGE) -> str:
    """Return the modules of a page as one script: each after those that it imports.

    Raises ValueError for a module that is written in another way than this understands.
    """
    order: list[str] = []
    texts: dict[str, str] = {}
    _gather(folder, _ENTRY, order, texts)
    parts = []
    for name in order:
        text = _EXPORT.sub("", _IMPORT.sub("", texts[name]))
        if left := _LEFT.search(text):
            raise ValueError(f"{name}: {left[0]}")
        if _ENDS_SCRIPT.search(text):
            raise ValueError(f"{name}: ends a script")
        parts.append(f"// {name}\n{text.strip()}\n")
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def _gather(folder: Path, name: str, order: list[str], texts: dict[str, str]) -> None:
    if name in texts:
        return
    texts[name] = read_page_file(name, folder)
    for needed in _IMPORT.findall(texts[name]):
        _gather(folder, needed, order, texts)
    order.append(name)


def read_page_file(name: str, folder: Path = PAGE) -> str:
    """Return a source of the page, with the line ends that browsers count with."""
    return (folder / name).read_text(encoding="utf-8").replace("\r\n", "\n")
