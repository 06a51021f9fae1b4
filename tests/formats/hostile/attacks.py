"""Files made to break whoever reads them, each made when it is needed."""

import io
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

LARGE = "x" * 10_000_000
MANY = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdecimal() else 1_000_000
_FILE = "file:///etc/passwd"

XML = {
    "graphml": '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph>{}</graph></graphml>',
    "gexf": '<gexf xmlns="http://gexf.net/1.3"><graph><nodes>{}</nodes></graph></gexf>',
    "rdf-xml": '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{}</r:RDF>',
}
_NODE = {
    "graphml": '<node id="{}"/>',
    "gexf": '<node id="a" label="{}"/>',
    "rdf-xml": '<r:Description r:about="http://a/{}"/>',
}
_JSON = {
    "jsonl": '{{"node": {{"id": "a", "kind": "body", "name": {}}}}}',
    "json": '{{"bodies": {{"a": {{"name": {}}}}}}}',
    "popolo": '{{"organizations": [{{"id": "a", "name": {}}}]}}',
    "json-ld": '{{"@context": {{}}, "@id": "http://a/a", "@type": "http://www.w3.org/ns/org#Post",'
    ' "http://www.w3.org/2004/02/skos/core#prefLabel": {}}}',
    "ftm": '{{"id": "a", "schema": "Person", "properties": {{"name": [{}]}}}}',
    "bods": '[{{"statementId": "a", "recordType": "entity", "recordDetails": {{"name": {}}}}}]',
    "node-link": '{{"nodes": [{{"id": "a", "name": {}}}], "links": []}}',
}
_TERMS = {
    "turtle": "@prefix o: <http://www.w3.org/ns/org#> . <http://a/a> a o:Post ; o:x {} .",
    "n-triples": "<http://a/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> {} .",
}
_TABLES = {
    "csv": ("id,kind,name{}", "a,body,x{}"),
    "organogram": (
        "Post Unique Reference,Name,Job Title,Organisation,Unit,Reports to Senior Post{}",
        "A1,Ann,Head,Port,Quay,XX{}",
    ),
}
Attacks = Mapping[str, bytes]


def attacks_on(name: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the attacks that a format is open to, by what they are, made when they are needed."""
    yield "nothing", bytes
    yield "NUL", lambda: b"\0" * MANY
    if name in XML:
        yield from _of_xml(XML[name], _NODE[name])
    elif name in _JSON:
        yield from _of_json(_JSON[name])
    elif name in _TERMS:
        yield from _of_terms(name, _TERMS[name])
    elif name in _TABLES:
        yield from _of_tables(*_TABLES[name])
    elif name == "parquet":
        yield from _of_parquet()
    elif name == "xlsx":
        yield from _of_workbooks()
    elif name == "yaml":
        yield from _of_yaml()
    for what, text in _CYCLES.get(name, {}).items():
        yield what, text.encode


def _of_xml(around: str, node: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    for what, declared in {
        "entity bomb": f'<!ENTITY a0 "xxxxxxxxxx">{bomb}',
        "link to a file": f'<!ENTITY a9 SYSTEM "{_FILE}">',
        "link to declarations": f'<!ENTITY % p SYSTEM "{_FILE}"> %p;',
    }.items():
        text = f"<!DOCTYPE g [{declared}]>" + around.format(node.format("&a9;"))
        yield what, text.encode
    yield "deep nesting", lambda: around.format("<a>" * MANY).encode()
    yield "10 MB of text", lambda: around.format(node.format(LARGE)).encode()
    wide = " ".join(f'a{n}="b"' for n in range(MANY))
    yield "many columns", lambda: around.format(f"<node {wide}/>").encode()
    yield "no end", lambda: around.encode()[:60]
    yield (
        "inclusion",
        lambda: around.format(
            f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{_FILE}" parse="text"/>'
        ).encode(),
    )


def _of_json(around: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for what, value in {
        "a list": '["a", ["b"]]', "a mapping": '{"a": {"b": 1}}', "a number": "7",
        "half a character": '"\\ud800"', "not a number": "NaN", "infinity": "-Infinity",
        "a control character": '"a\\u0000b"', "link to a file": f'{{"$ref": "{_FILE}"}}',
    }.items():  # fmt: skip
        yield what, around.format(value).encode
    yield "a huge number", lambda: around.format("9" * MANY).encode()
    yield "deep nesting", lambda: around.format("[" * MANY).encode()
    yield "deep mappings", lambda: around.format('{"a":' * MANY).encode()
    yield "10 MB of text", lambda: around.format(f'"{LARGE}"').encode()
    wide = ", ".join(f'"a{n}": 1' for n in range(MANY))
    yield "many columns", lambda: around.format(f'"x", {wide}').encode()
    for kind in ("5", '"x"', "[]", "{}", "null", "[[[]]]", '[{"id": []}]'):
        yield f"only {kind}", kind.encode


def _of_terms(name: str, around: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    yield "10 MB of text", lambda: around.format(f'"{LARGE}"').encode()
    yield "a link of 10 MB", lambda: around.format(f"<http://a/{LARGE}>").encode()
    yield "no end", lambda: around.encode()[:50]
    if name == "turtle":
        yield "deep nesting", lambda: around.format("[ o:x " * 100_000).encode()
        yield "deep lists", lambda: around.format("(" * 100_000).encode()
        yield "many columns", lambda: around.format(", ".join(map(str, range(MANY)))).encode()
        yield "a huge number", lambda: around.format("9" * MANY).encode()
        wrong = "o:reportsTo 5, true ; o:heldBy ( 1 ) ; o:postIn [ o:postIn [] ]"
        yield "wrong types", lambda: around.format(f"1 ; {wrong}").encode()


def _of_tables(head: str, row: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    def table(*ends: str) -> bytes:
        return "\n".join([head.format(ends[0]), *(row.format(end) for end in ends[1:])]).encode()

    yield "10 MB of text", lambda: table(",Notes", "," + LARGE)
    yield "a quote that is not closed", lambda: table(",Notes", ',"' + LARGE)
    yield "many columns", lambda: table("".join(f",c{n}" for n in range(MANY)), "")
    yield "many cells", lambda: table("", "," * MANY)
    yield "a command", lambda: table(",Notes", ",=cmd|'/c calc'!A0")
    yield "many quotes", lambda: table(",Notes", "," + '"' * 5_000_001)


def _workbook(*changes: tuple[str, Callable[[str], str]]) -> bytes:
    """Return a workbook with some parts changed: those whose names end so."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    for cells in (("id", "kind", "name"), ("a", "body", "NAME")):
        sheet.append(cells)
    sheet.title = "nodes"
    plain, out = io.BytesIO(), io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part).decode()
            for ending, change in changes:
                text = change(text) if part.endswith(ending) else text
            new.writestr(part, text)
    return out.getvalue()


def _zip_bomb() -> bytes:
    """Return a workbook with a part of 300 MB, which is never whole in memory here either."""
    out = io.BytesIO(_workbook())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as book, book.open("a.xml", "w") as part:
        for _ in range(300):
            part.write(b"x" * 1_000_000)
    return out.getvalue()


def _of_workbooks() -> Iterator[tuple[str, Callable[[], bytes]]]:
    def named(value: str) -> bytes:
        return _workbook(("sheet1.xml", lambda text: text.replace("NAME", value)))

    def headed(declared: str) -> bytes:
        return _workbook(
            ("sheet1.xml", lambda text: f"<!DOCTYPE g [{declared}]>{text}".replace("NAME", "&a9;"))
        )

    def rows(more: str) -> bytes:
        added = f"{more}</sheetData>"
        return _workbook(("sheet1.xml", lambda text: text.replace("</sheetData>", added)))

    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    yield "entity bomb", lambda: headed(f'<!ENTITY a0 "x">{bomb}')
    yield "link to a file", lambda: headed(f'<!ENTITY a9 SYSTEM "{_FILE}">')
    yield "zip bomb", _zip_bomb
    yield "10 MB of text", lambda: named(LARGE)
    yield "many columns", lambda: rows(f'<row r="3">{"<c><v>1</v></c>" * MANY}</row>')
    yield "a cell far away", lambda: rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    if MANY >= 1_000_000:  # takes as long as for a sheet of sixteen million cells
        yield "many wide rows", lambda: rows('<row><c r="XFD3"/></row>' * 10_000)
    yield "deep nesting", lambda: rows("<a>" * 100_000)
    yield "a huge number", lambda: rows(f'<row><c r="A3"><v>{"9" * MANY}</v></c></row>')
    yield "no archive", lambda: b"PK\x03\x04" + b"x" * 1000
    yield "a workbook within", lambda: _workbook()[:200] + _workbook()


def _parquet(columns: Mapping[str, Any], **options: Any) -> bytes:
    import pyarrow
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pyarrow.table(dict(columns)), out, **options)
    return out.getvalue()


def _of_parquet() -> Iterator[tuple[str, Callable[[], bytes]]]:
    import pyarrow as pa

    one = {"id": ["a"], "kind": ["body"], "name": ["x"]}
    many = {"id": [f"n{at}" for at in range(10_000)], "kind": ["body"] * 10_000}

    def same(text: str) -> pa.Array:
        return pa.DictionaryArray.from_arrays(pa.array([0] * 10_000, pa.int32()), [text])

    def nested(depth: int) -> pa.DataType:
        return pa.struct([("a", nested(depth - 1))]) if depth else pa.int64()

    nothing = pa.nulls(10_000_000, pa.int8())
    wide = min(MANY, 20_000)  # the writer takes long for more
    circle = {"source": ["a", "b"], "type": ["part_of"] * 2, "target": ["b", "a"]}
    yield "10 MB of text", lambda: _parquet(one | {"name": [LARGE]})
    # A file of some kilobytes, of which each row would be as long as all of it.
    yield "zip bomb", lambda: _parquet(many | {"name": same("x" * 900_000)}, compression="zstd")
    yield "rows of nothing", lambda: _parquet({"id": nothing, "kind": nothing})
    yield "many columns", lambda: _parquet(one | {f"c{at}": [1] for at in range(wide)})
    yield "deep nesting", lambda: _parquet(one | {"more": pa.array([None], nested(60))})
    yield "a list", lambda: _parquet(one | {"name": [["a", "b"]]})
    yield "a mapping", lambda: _parquet(one | {"name": [{"a": {"b": 1}}]})
    yield "a number", lambda: _parquet(one | {"name": [7]})
    yield "a control character", lambda: _parquet(one | {"name": ["a\0b"]})
    yield "a command", lambda: _parquet(one | {"Notes": ["=cmd|'/c calc'!A0"]})
    yield "no end", lambda: _parquet(one)[:60]
    yield "half of a file", lambda: _parquet(many)[:20_000] + _parquet(many)[-20_000:]
    yield "a circle", lambda: _parquet(circle)


def _of_yaml() -> Iterator[tuple[str, Callable[[], bytes]]]:
    bomb = "\n".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 10)}]" for n in range(9))
    for what, text in {
        "entity bomb": f"a0: &a0 [x]\n{bomb}\n",
        "a list in itself": "bodies: &a [*a]\n",
        "link to a file": "bodies: !include /etc/passwd\n",
        "a command": "bodies: !!python/object/apply:os.system [echo]\n",
        "a list": "bodies: [1]\n",
        "a number": "bodies: 1\n",
        "not a number": "bodies:\n  a: {name: .nan, from: .inf}\n",
        "a list as a key": "? [a, b]\n: x\n",
    }.items():
        yield what, text.encode
    yield "deep nesting", lambda: b"bodies: " + b"[" * MANY
    yield "deep mappings", lambda: "".join(f"{' ' * n}a:\n" for n in range(3_000)).encode()
    yield "10 MB of text", lambda: f"bodies:\n  a: {LARGE}\n".encode()
    yield (
        "many columns",
        lambda: (
            b"bodies:\n"
            + b"".join(b"  a%d: x\n" % n for n in range(min(MANY, 200_000)))
            + b"  b: {x: 1}\n"
        ),
    )
    yield "a huge number", lambda: b"bodies:\n  a: {name: x, from: " + b"9" * MANY + b"}\n"


_ORG = "@prefix o: <http://www.w3.org/ns/org#> . @prefix : <http://a/> .\n"
_CYCLES: Mapping[str, Mapping[str, str]] = {
    "yaml": {"a circle": "bodies:\n  a: {name: A, part of: b}\n  b: {name: B, part of: a}\n"},
    "json": {
        "a circle": '{"bodies": {"a": {"name": "A", "part of": "b"},\n'
        ' "b": {"name": "B", "part of": "a"}}}'
    },
    "jsonl": {
        "a circle": '{"node": {"id": "a", "kind": "body", "name": "A"}}\n'
        '{"node": {"id": "b", "kind": "body", "name": "B"}}\n'
        '{"relation": {"source": "a", "type": "part_of", "target": "b"}}\n'
        '{"relation": {"source": "b", "type": "part_of", "target": "a"}}\n'
    },
    "csv": {
        "a circle": "source,type,target\na,part_of,b\nb,part_of,a\n",
        "a circle of managers": "Name,Manager\nAnn,Bo\nBo,Ann\n",
    },
    "organogram": {
        "a circle": "\n".join(
            [_TABLES["organogram"][0].format(""), "A1,,x,P,Q,A2", "A2,,y,P,Q,A1", ""]
        )
    },
    "popolo": {
        "a circle": '{"organizations": [{"id": "a", "name": "A", "parent_id": "b"},\n'
        ' {"id": "b", "name": "B", "parent_id": "a"}]}'
    },
    "ftm": {
        "a circle": '{"id": "a", "schema": "Organization", "properties": {"name": ["A"],'
        ' "parent": ["b"]}}\n{"id": "b", "schema": "Organization", "properties": {"name": ["B"],'
        ' "parent": ["a"]}}\n'
    },
    "turtle": {
        "a circle": f"{_ORG}:a a o:Organization ; o:subOrganizationOf :b .\n"
        ":b a o:Organization ; o:subOrganizationOf :a .\n",
        "a list in itself": f"{_ORG}@prefix r: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
        ":a a o:Organization ; o:hasUnit :l . :l r:first :a ; r:rest :l .\n",
    },
    "n-triples": {
        "a circle": "".join(
            f"<http://a/{one}> <http://www.w3.org/{p}> <http://{o}> .\n"
            for one, other in ("ab", "ba")
            for p, o in (
                ("1999/02/22-rdf-syntax-ns#type", "www.w3.org/ns/org#Organization"),
                ("ns/org#subOrganizationOf", f"a/{other}"),
            )
        )
    },
    "graphml": {
        "a circle": XML["graphml"].format(
            '<node id="a"/><node id="b"/>'
            '<edge source="a" target="b" label="part of"/>'
            '<edge source="b" target="a" label="part of"/>'
        )
    },
    "node-link": {
        "a circle": '{"nodes": [{"id": "a", "kind": "body"}, {"id": "b", "kind": "body"}],\n'
        '"links": [{"source": "a", "target": "b", "type": "part_of"},\n'
        '{"source": "b", "target": "a", "type": "part_of"}]}'
    },
}
