"""The values of a Parquet column as the texts that the cells of a table hold."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from orggraph.formats.tables.cells import join_items
from orggraph.formats.tables.csv_rows import MOST_LETTERS
from orggraph.source.files import CONTROL

_MIDNIGHT = " 00:00:00"
_WIDEST = 1e15  # up to which a float is sure to be a whole number where it looks like one


class Texts(NamedTuple):
    """The texts of a column, and what is wrong with some: a problem's name and facts, by row."""

    texts: Sequence[str]
    wrong: dict[int, tuple[str, dict[str, object]]]


def texts_of(array: Any) -> Texts:
    """Return a column of Arrow as texts without white space at their ends; null is no text.

    Dates and times are ISO 8601, truth values yes or no, and whole numbers have no decimals. Items
    of a list stand in one cell as `join_items` has them; what is nested deeper is JSON.
    """
    wrong: dict[int, tuple[str, dict[str, object]]] = {}
    texts: list[str] = []
    for at, text in enumerate(_values(array)):
        if isinstance(text, bytes):
            wrong[at] = "cell-not-text", {}
            text = ""
        elif text is None:
            text = ""
        elif not text.isprintable() and (found := CONTROL.search(text)):
            wrong[at] = "control-character", {"character": f"U+{ord(found.group()):04X}"}
        elif len(text) > MOST_LETTERS:
            wrong[at] = "row-too-long", {"limit": MOST_LETTERS}
        texts.append(text.strip())
    return Texts(texts, wrong)


def is_list(type_: Any) -> bool:
    """Whether a column has lists of plain values."""
    from pyarrow import types

    return _is_list(type_) and not types.is_nested(type_.value_type)


def is_nested(type_: Any) -> bool:
    """Whether a column has anything but plain values."""
    from pyarrow import types

    return bool(types.is_nested(_storage(type_)))


def _is_list(type_: Any) -> bool:
    from pyarrow import types

    tests = (types.is_list, types.is_large_list, types.is_fixed_size_list)
    return any(test(type_) for test in tests)


def _storage(type_: Any) -> Any:
    return getattr(type_, "storage_type", type_)


def _values(array: Any) -> Sequence[str | bytes | None]:
    """Return the values as texts; bytes for what is no text, None for null."""
    import pyarrow
    from pyarrow import types

    array = getattr(array, "storage", array)
    type_ = array.type
    if types.is_dictionary(type_):
        return _of_dictionary(array)
    if types.is_null(type_):
        return [None] * len(array)
    if types.is_boolean(type_):
        return [None if v is None else "yes" if v else "no" for v in array.to_pylist()]
    if types.is_floating(type_):
        return [None if v is None else _number(v) for v in array.to_pylist()]
    if types.is_timestamp(type_):
        return _times(array)
    if _is_binary(type_):
        return _texts(array)
    if types.is_date64(type_):
        array = array.cast(pyarrow.date32(), safe=False)
    if types.is_decimal(type_) or (types.is_primitive(type_) and not types.is_duration(type_)):
        found: list[str | None] = array.cast(pyarrow.string()).to_pylist()
        return found
    if is_list(type_):
        return [None if v is None else _joined(v) for v in array.to_pylist()]
    return [None if v is None else _as_json(v) for v in array.to_pylist()]


def _is_binary(type_: Any) -> bool:
    from pyarrow import types

    tests = (
        types.is_string, types.is_large_string, types.is_string_view, types.is_binary,
        types.is_large_binary, types.is_binary_view, types.is_fixed_size_binary,
    )  # fmt: skip
    return any(test(type_) for test in tests)


def _texts(array: Any) -> Sequence[str | bytes | None]:
    import pyarrow

    try:
        found = array.to_pylist()
    except UnicodeDecodeError:  # the file says that it is text
        found = array.cast(pyarrow.large_binary()).to_pylist()
    return [_decoded(value) if isinstance(value, bytes) else value for value in found]


def _decoded(value: bytes) -> str | bytes:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value


def _of_dictionary(array: Any) -> Sequence[str | bytes | None]:
    """Return the values of a column that has each of them once, and no value twice in memory."""
    import pyarrow

    numbers: list[int | None] = array.indices.to_pylist()
    wanted = sorted({number for number in numbers if number is not None})
    values = _values(array.dictionary.take(pyarrow.array(wanted, pyarrow.int64())))
    known = dict(zip(wanted, values, strict=True))
    return [None if number is None else known[number] for number in numbers]


def _times(array: Any) -> Sequence[str | None]:
    """Return points in time as a clock on the wall shows them; a day where it is midnight."""
    import pyarrow
    from pyarrow import compute

    if array.type.tz is not None:
        try:
            array = compute.local_timestamp(array)
        except (pyarrow.ArrowException, ValueError):  # a zone that is not known here
            array = array.cast(pyarrow.timestamp(array.type.unit))
    whole = array.cast(pyarrow.timestamp("s"), safe=False).cast(pyarrow.string())
    return [None if text is None else text.removesuffix(_MIDNIGHT) for text in whole.to_pylist()]


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < _WIDEST else repr(value)


def _joined(items: list[Any]) -> str:
    return join_items(_plain(item) for item in items if item is not None)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return _number(value) if isinstance(value, float) else str(value)


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
