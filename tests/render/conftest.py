"""Programs that we did not write, to hold our files against."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., bytes]


@pytest.fixture
def run() -> Run:
    """Run a program of the machine; without it, skip here, and fail where CI should have it."""

    def run(program: str, *arguments: str | Path, given: bytes = b"") -> bytes:
        found = shutil.which(program)
        if not found:
            if os.environ.get("CI"):
                pytest.fail(f"{program} is not installed; .ci/run should have done it")
            pytest.skip(f"{program} is not installed")
        done = subprocess.run(
            [found, *map(str, arguments)], input=given, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return done.stdout

    return run
