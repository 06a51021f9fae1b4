"""Where the files of an output go, and what must not be there already."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import Format, Output
from orggraph.formats.registry import DATA_SUFFIXES, FORMATS, IN_DIRECTORIES

TABLE_SUFFIXES = tuple(suffix for form in IN_DIRECTORIES for suffix in FORMATS[form].suffixes)
_MOST_NAMED = 3


def place_files(output: Output, path: Path) -> dict[Path, Iterable[bytes]]:
    """Return the files of an output by the paths that they get.

    One file is ``path`` itself; several are in it where it is a directory, or has no ending, and
    else beside each other: ``x-nodes.csv`` and ``x-relations.csv`` for ``x.csv``.
    """
    return {_place(name, path): pieces for name, pieces in output.files.items()}


def refuse_same(source: Path, format_: Format, target: Path) -> None:
    """Raise OrgGraphError where writing to ``target`` would change what is read from ``source``.

    That is so for the file itself, and in a directory for every file that is read with it.
    """
    for place in list_places(format_, target):
        refuse_read(source, place)


def refuse_read(source: Path, place: Path) -> None:
    """Raise OrgGraphError where a file ``place`` is ``source``, or would be read as part of it."""
    if not source.exists():
        return
    if place.exists() and place.samefile(source):
        raise OrgGraphError("same-file", path=str(place))
    if _is_read_within(source, place):
        raise OrgGraphError("within-source", path=str(place), source=str(source))


def list_places(format_: Format, target: Path) -> list[Path]:
    """Return what writing a format to ``target`` may write: that, and the files beside or in it."""
    return [target, *(_place(name, target) for name in format_.files)]


def refuse_strays(written: Mapping[Path, object], format_: Format, target: Path) -> None:
    """Raise OrgGraphError for files that would be read with those that are written, as one.

    They are tables of an older conversion, of which the new one has none, or data files. No file is
    ever deleted: it may be somebody's.
    """
    if not format_.files:
        return
    if _is_folder(target):
        strays = _find_data(target, TABLE_SUFFIXES)
    else:
        strays = [place for place in (_place(n, target) for n in format_.files) if place.exists()]
    if left := [place for place in strays if place not in written]:
        names = ", ".join(place.name for place in left[:_MOST_NAMED])
        more = ", …" if len(left) > _MOST_NAMED else ""
        raise OrgGraphError("strays", path=str(target), names=names + more)


def _place(name: str, path: Path) -> Path:
    if not name:
        return path
    return path / name if _is_folder(path) else path.with_name(f"{path.stem}-{name}")


def _is_folder(path: Path) -> bool:
    return path.is_dir() or not path.suffix


def _is_read_within(source: Path, place: Path) -> bool:
    if not (source.is_dir() and place.parent.is_dir() and place.parent.samefile(source)):
        return False
    # The directory of tables is read by all of them, and another by its data files.
    read = TABLE_SUFFIXES if not _find_data(source) else DATA_SUFFIXES
    return place.suffix.lower() in read


def _find_data(folder: Path, suffixes: tuple[str, ...] = ()) -> list[Path]:
    """Return the data files of a directory, and its files with other endings, by name."""
    if not folder.is_dir():
        return []
    found = (place for place in folder.iterdir() if place.is_file())
    return sorted(p for p in found if p.suffix.lower() in (*DATA_SUFFIXES, *suffixes))
