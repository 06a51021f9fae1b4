"""Ways to break a file: of bytes, of lines, of rows, of JSON and of XML."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import pyarrow
import yaml
from pyarrow import parquet

Mutation = Callable[[bytes, Random], bytes]

TOKENS = [
    b"\0", b"\t", b"\r", b"\n", b'"', b"'", b",", b";", b":", b"{", b"}", b"[", b"]", b"<", b">",
    b"&", b"&x;", b"<!DOCTYPE a [<!ENTITY x 'y'>]>", b"</", b"/>", b"<![CDATA[", b"null", b"NaN",
    b"1e999", b"-1", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xf8", b"\\ud800", b"\\u0000",
    b"@prefix : <x> .", b"_:b", b".", b"#", b"--", b"=1+1", b"XX", b"N/D", b"Vacant", b"true",
    "æøå".encode(), "\u2028\x85\u202e".encode(), b"A" * 3000, b"9" * 400, b"{" * 300, b"[" * 300,
]  # fmt: skip
VALUES: list[Any] = [
    None, True, False, 0, -1, 1.5, 10**30, "", " ", "x", "\0", "\ud800", "æ" * 40, "2025-13-45",
    "id", "yes", [], {}, [[]], [None], [{}], {"": ""}, {"id": 1}, [1, "a", {}], [["a"]],
    {"a": {"b": {"c": []}}}, "=cmd", "http://x/y#z", "-", "2020",
]  # fmt: skip


def flip(data: bytes, random: Random) -> bytes:
    """Change some bytes."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 5)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def cut(data: bytes, random: Random) -> bytes:
    """Leave the end out, or a part of the middle."""
    start, end = sorted(random.randint(0, len(data)) for _ in range(2))
    return data[:start] if random.random() < 0.5 else data[:start] + data[end:]


def double(data: bytes, random: Random) -> bytes:
    """Say a part twice."""
    start = random.randint(0, len(data))
    part = data[start : start + random.randint(1, 400)]
    return data[:start] + part * 2 + data[start + len(part) :]


def insert(data: bytes, random: Random) -> bytes:
    """Put in what has a meaning of its own."""
    for _ in range(random.randint(1, 3)):
        at = random.randint(0, len(data))
        data = data[:at] + random.choice(TOKENS) + data[at + random.choice([0, 0, 1, 5]) :]
    return data


def move_lines(data: bytes, random: Random) -> bytes:
    """Shuffle, drop or repeat lines."""
    lines = data.splitlines(keepends=True)
    how = random.randrange(3)
    if how == 0 and len(lines) > 1:
        one, other = (random.randrange(len(lines)) for _ in range(2))
        lines[one], lines[other] = lines[other], lines[one]
    elif how == 1:
        lines = [line for line in lines if random.random() > 0.1]
    else:
        lines = [line for line in lines for _ in range(2 if random.random() < 0.1 else 1)]
    return b"".join(lines)


BYTES: list[Mutation] = [flip, cut, double, insert, move_lines]


def change_rows(data: bytes, random: Random) -> bytes:
    """Change the cells and rows of a CSV file, and leave it a CSV file."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return flip(data, random)
    for _ in range(random.randint(1, 4)):
        full = [row for row in rows if row]
        if not full:
            break
        row, other = random.choice(full), random.choice(full)
        at, there = random.randrange(len(row)), random.randrange(len(other))
        match random.randrange(7):
            case 0:
                row[at], other[there] = other[there], row[at]
            case 1:
                row[at] = str(random.choice(VALUES)).replace("\ud800", "?")
            case 2:
                row.insert(at, "more")
            case 3:
                del row[at]
            case 4:
                rows.insert(random.randint(0, len(rows)), list(row))
            case 5:
                rows.remove(row)
            case _:
                row[at] = other[at % len(other)]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def change_json(data: bytes, random: Random) -> bytes:
    """Put other values into JSON, drop and repeat parts of it, and leave it JSON."""
    lines = data.splitlines()
    try:
        whole, by_line = json.loads(data), False
    except (ValueError, RecursionError):
        try:
            whole, by_line = [json.loads(line) for line in lines if line.strip()], True
        except (ValueError, RecursionError):
            return insert(data, random)
    for _ in range(random.randint(1, 3)):
        whole = _replaced(whole, random)
    if by_line and isinstance(whole, list):
        return "\n".join(json.dumps(item) for item in whole).encode()
    return json.dumps(whole).encode()


def _replaced(whole: Any, random: Random) -> Any:
    places = list(_places(whole))
    if not places:
        return json.loads(json.dumps(random.choice(VALUES)))
    parent, key = random.choice(places)
    other_parent, other_key = random.choice(places)
    match random.randrange(6):
        case 0:
            del parent[key]
        case 1 if isinstance(parent, list):
            parent.append(json.loads(json.dumps(parent[key])))
        case 2:
            # Not the thing itself, which would then be in itself, and be changed with the other.
            parent[key] = json.loads(json.dumps(other_parent[other_key]))
        case 3:
            parent[key] = [parent[key]]
        case 4:
            parent[key] = {"x": parent[key]}
        case _:
            parent[key] = json.loads(json.dumps(random.choice(VALUES)))
    return whole


def _places(value: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        keys = one if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
        for key in keys:
            found.append((one, key))
            waiting.append(one[key])
    return found


_TAG = re.compile(rb"<[^<>]*>")
_ATTRIBUTE = re.compile(rb'[\w:.-]+="[^"]*"')


def change_xml(data: bytes, random: Random) -> bytes:
    """Drop, repeat, swap and rename tags and attributes."""
    pattern = random.choice([_TAG, _ATTRIBUTE])
    found = list(pattern.finditer(data))
    if not found:
        return insert(data, random)
    one, other = random.choice(found), random.choice(found)
    new = random.choice([b"", other.group(), one.group() * 2, one.group().replace(b"e", b"i")])
    return data[: one.start()] + new + data[one.end() :]


_BETWEEN = re.compile(rb">([^<>]+)<")
_TERM = re.compile(rb'"(?:[^"\\\n]|\\.)*"(?:@\w+|\^\^\S+)?|<[^<>\s]*>|\b\w*:[\w-]+')


def change_text(data: bytes, random: Random) -> bytes:
    """Put other text between two tags."""
    return _exchanged(data, random, _BETWEEN, [b">%s<" % token for token in _MILD])


def change_terms(data: bytes, random: Random) -> bytes:
    """Put other terms into RDF, and leave it RDF."""
    return _exchanged(data, random, _TERM, [b'"x"', b"<x>", b'""', b'"2025-13"', b"rdf:nil"])


_MILD = [b"", b" ", b"0", b"-1", b"x", b"yes", b"2025-13-45", b"1e999", b"=1+1", "æøå".encode()]


def _exchanged(data: bytes, random: Random, form: re.Pattern[bytes], new: list[bytes]) -> bytes:
    """Put another of the same form, or something new, in the place of one of a form."""
    for _ in range(random.randint(1, 3)):
        found = list(form.finditer(data))
        if not found:
            return insert(data, random)
        one, other = random.choice(found), random.choice(found)
        put = random.choice([other.group(), random.choice(new)])
        data = data[: one.start()] + put + data[one.end() :]
    return data


def change_yaml(data: bytes, random: Random) -> bytes:
    """Put other values into YAML, as `change_json` does."""
    try:
        whole = yaml.load(data, Loader=yaml.BaseLoader)  # makes texts only
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
        return insert(data, random)
    for _ in range(random.randint(1, 3)):
        whole = _replaced(whole, random)
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False).encode("utf-8", "replace")


def change_zip(data: bytes, random: Random) -> bytes:
    """Break one file of an archive, and leave it an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # an archive that an earlier mutation broke
        return flip(data, random)
    sheets = [name for name in sorted(parts) if "sheet" in name.lower() or "Strings" in name]
    name = random.choice(sheets if sheets and random.random() < 0.7 else sorted(parts))
    if random.random() < 0.1:
        del parts[name]
    else:
        change = random.choice([change_xml, *[change_text] * 6, *BYTES[:2]])
        parts[name] = change(parts[name], random)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return out.getvalue()


def change_columns(data: bytes, random: Random) -> bytes:
    """Change cells, rows and columns of a Parquet file, and leave it one."""
    try:
        table = parquet.read_table(io.BytesIO(data))
    except Exception:  # a file that an earlier mutation broke
        return flip(data, random)
    columns = {name: table.column(name).to_pylist() for name in table.column_names}
    for _ in range(random.randint(1, 4)):
        name, other = (random.choice(list(columns)) for _ in range(2))
        cells = columns[name]
        at = random.randrange(len(cells) + 1)
        match random.randrange(7):
            case 0 if at < len(cells):
                cells[at] = columns[other][at]
            case 1 if at < len(cells):
                cells[at] = str(random.choice(VALUES)).replace("\ud800", "?")
            case 2:
                columns[name] = [random.choice([v, [v], {"a": v}]) for v in cells[:1]] * len(cells)
            case 3 if len(columns) > 1:
                del columns[name]
            case 4 if at < len(cells):
                for each in columns.values():
                    each.insert(at, each[at])
            case 5 if at < len(cells):
                for each in columns.values():
                    del each[at]
            case _:
                columns[name] = [random.choice([None, 1, 2.5, True, b"\xff"])] * len(cells)
    out = io.BytesIO()
    try:
        parquet.write_table(pyarrow.table(columns), out)
    except (pyarrow.ArrowException, TypeError, OverflowError):  # values that no column has
        return insert(data, random)
    return out.getvalue()


_OWN: Mapping[str, list[Mutation]] = {
    ".csv": [change_rows],
    "json": [change_json],
    ".jsonl": [change_json],
    ".jsonld": [change_json],
    ".yaml": [change_yaml],
    ".graphml": [change_xml, change_text],
    ".gexf": [change_xml, change_text],
    ".rdf": [change_xml, change_text],
    ".ttl": [change_terms],
    ".nt": [change_terms],
    ".xlsx": [change_zip],
    ".parquet": [change_columns],
}


def mutations_for(name: str) -> list[Mutation]:
    """Return the ways to break a file of this name; those that know its form come often."""
    own = next((own for ending, own in _OWN.items() if name.endswith(ending)), [])
    times = (
        20 if own in ([change_zip], [change_columns]) else 6
    )  # bytes at random only break the packing
    return [*BYTES, *own * times]
