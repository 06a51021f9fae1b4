"""The project's own bars: types, lint, and the direction of imports."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "command",
    ["mypy", "ruff check .", "ruff format --check .", "lint-imports"],
)
def test_the_project_passes(command: str) -> None:
    program, *arguments = command.split()
    beside = Path(sys.executable).with_name(program)  # of this environment, not of the machine
    done = subprocess.run(
        [str(beside), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_room_outgrows_its_job() -> None:
    """Files of a room stay within what one reads in a sitting."""
    for path in (ROOT / "orggraph").rglob("*.py"):
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= 400, f"{path.name} has {lines} lines"


def test_no_relation_type_is_named_in_queries_reports_or_checks() -> None:
    """Code selects by family or trait, so that a type of the user's own works everywhere."""
    from orggraph.model import Relation
    from orggraph.vocabulary import core_vocabulary

    attributes = {field.name for field in dataclasses.fields(Relation)}  # "represents" is both
    for room in ("queries", "checks", "reports", "evidence", "model", "cli"):
        for path in (ROOT / "orggraph" / room).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            for type_id in core_vocabulary().types.keys() - attributes:
                assert f'"{type_id}"' not in text, f"{path} names {type_id}"
