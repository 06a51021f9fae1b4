"""The table of what each tool took, beside ours, and where their answers differ."""

from collections.abc import Iterator
from typing import Any

from tools import OURS, TOOLS

KINDS = ("path", "links", "chain", "who", "name", "misspelt", "count", "sweep")
POINTS = KINDS[:-2]
"""The questions that touch few nodes."""
HEADS = (
    *("nodes", "tool", "build", "without saving", "build MB", "file MB"),
    *(*POINTS, "most MB", "path, not cached", "count", "sweep", "sweep MB"),
)
GROWTH_HEADS = ("ours, multiple of the smallest", *POINTS, "most MB")

Numbers = dict[str, Any]


def write_tables(results: dict[str, dict[str, Any]], times: str, *, markdown: bool) -> str:
    """Return all numbers as a table, and how ours grow; ``times`` says which of the times."""
    sizes = sorted(results, key=int)
    rows = [
        _row(size, tool.name, results[size], times) for size in sizes for tool in TOOLS
        if tool.name in results[size]
    ]  # fmt: skip
    tables = [_table([HEADS, *rows], markdown=markdown)]
    with_ours = [size for size in sizes if "path" in results[size].get(OURS, {})]
    if len(with_ours) > 1:
        first, *others = (results[size][OURS] for size in with_ours)
        grown = [
            (
                _count(int(size)),
                *(_growth(of.get(kind, {}), first.get(kind, {}), times) for kind in POINTS),
                _most(of),
            )
            for size, of in zip(with_ours[1:], others, strict=True)
        ]
        tables.append(_table([GROWTH_HEADS, *grown], markdown=markdown))
    return "\n\n".join(tables)


def disagreements(size: str, of_size: dict[str, Any]) -> Iterator[str]:
    """Yield where a tool answers otherwise than is known, or than the first that was asked."""
    for kind in KINDS:
        answers = {tool: of[kind] for tool, of in of_size.items() if "answer" in of.get(kind, {})}
        expected: Numbers = next(iter(answers.values()), {})
        for tool, found in answers.items():
            for other in (expected["answer"], found["known"] or expected["answer"]):
                if found["answer"] != other:
                    yield f"{size} {kind}: {tool} answers {found['answer']!r}, not {other!r}"
                    break


def _row(size: str, tool: str, of_size: dict[str, Any], times: str) -> tuple[str, ...]:
    own, ours = of_size[tool], of_size.get(OURS, {})
    cells = {key: _cell(own.get(key), ours.get(key), times) for key in ("build", *KINDS)}
    built, path = own.get("build", {}), own.get("path", {})
    return (
        *(_count(int(size)), tool, cells["build"]),
        _time(built["loaded"]) if built.get("loaded") else "",
        _whole(built.get("megabytes")),
        _whole(built["bytes"] / 1e6) if "bytes" in built else "",
        *(cells[kind] for kind in POINTS),
        _most(own),
        _time(path["evicted"]) if "evicted" in path else "",
        *(cells["count"], cells["sweep"], _whole(own.get("sweep", {}).get("megabytes"))),
    )


def _cell(own: Numbers | None, ours: Numbers | None, times: str) -> str:
    if own is None or "why" in own:
        return own["why"] if own else ""
    said = _time(own[times])
    if ours and ours is not own and times in ours:
        said += f" ({_times(own[times] / ours[times])})"
    return said


def _growth(own: Numbers, first: Numbers, times: str) -> str:
    return _times(own[times] / first[times]) if times in own and times in first else ""


def _most(own: Numbers) -> str:
    return _whole(max((own.get(kind, {}).get("megabytes", 0) for kind in POINTS), default=0))


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.3g} s"


def _times(ratio: float) -> str:
    return f"×{ratio:.2f}" if ratio < 1 else f"×{ratio:.1f}" if ratio < 10 else f"×{ratio:.0f}"


def _whole(number: float | None) -> str:
    return f"{number:.{1 if number < 1 else 0}f}" if number else ""


def _count(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _table(rows: list[tuple[str, ...]], *, markdown: bool) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if markdown:
        rows = [rows[0], tuple("-" * width for width in widths), *rows[1:]]
    lines = ([cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows)
    between, around = (" | ", "| {} |") if markdown else ("  ", "{}")
    return "\n".join(around.format(between.join(line)).rstrip() for line in lines)
