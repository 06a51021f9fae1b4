"""Read files as git keeps them, in any revision."""

import os
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.source.files import MAX_BYTES

_SECONDS = 30
_QUIET: Mapping[str, str] = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # what is not here is not fetched
}


class GitPath(NamedTuple):
    """A path in a revision, such as ``HEAD~3:data``; relative to the directory that one is in.

    It is written as git has it. The revision is any that git knows: a commit, a branch, a tag.
    """

    revision: str
    path: str

    @property
    def name(self) -> str:
        """What git calls it."""
        is_relative = not self.path.startswith("/") and _has_files(Path.cwd())
        return f"{self.revision}:{'./' * is_relative}{self.path.removesuffix('/')}"

    def beside(self, path: str) -> "GitPath":
        """Return another path in the same revision."""
        return GitPath(self.revision, path)

    def __str__(self) -> str:
        return f"{self.revision}:{self.path}"


def find_kind(place: GitPath) -> str | None:
    """Return ``blob`` for a file, ``tree`` for a directory, None where the revision has neither.

    Raises OrgGraphError for an unknown revision, or where git cannot tell.
    """
    _find_revision(place.revision)
    found = _run("cat-file", "-t", place.name)
    return found.stdout.decode().strip() if found.returncode == 0 else None


def list_files(place: GitPath) -> list[str]:
    """Return the names of the files in a directory of a revision; raises as `find_kind` does."""
    found = _checked("ls-tree", "-z", "--full-tree", place.name)
    entries = (entry.partition("\t") for entry in found.decode("utf-8", "replace").split("\0"))
    # A file has a mode such as 100644. A link would lead anywhere.
    return sorted(name for about, _, name in entries if about.startswith("100"))


def read_bytes(place: GitPath) -> bytes | None:
    """Return what a file of a revision holds, None where it is too large; raises OrgGraphError."""
    size = _checked("cat-file", "-s", place.name)
    return None if int(size) > MAX_BYTES else _checked("cat-file", "blob", place.name)


def _find_revision(revision: str) -> None:
    # Of a name that begins with a hyphen git would make an option.
    if not revision.startswith("-"):
        found = _run("rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}")
        if found.returncode == 0:
            return
        if b"not a git repository" in found.stderr:
            raise OrgGraphError("git-no-repository")
        if found.stderr.strip():
            raise _refused(found)
        if _answers_yes("--is-shallow-repository"):
            raise OrgGraphError("git-shallow", revision=revision)
    raise OrgGraphError("git-no-revision", revision=revision)


@cache
def _has_files(directory: Path) -> bool:
    """Whether the repository has a working tree here; in a bare one all paths are from its root."""
    return _answers_yes("--is-inside-work-tree")


def _answers_yes(question: str) -> bool:
    return _run("rev-parse", question).stdout.strip() == b"true"


def _checked(*args: str) -> bytes:
    found = _run(*args)
    if found.returncode:
        raise _refused(found)
    return found.stdout


def _refused(found: "subprocess.CompletedProcess[bytes]") -> OrgGraphError:
    reason = found.stderr.decode("utf-8", "replace").strip().splitlines() or ["–"]
    return OrgGraphError("git-failed", reason=reason[0].removeprefix("fatal: "))


def _run(*args: str) -> "subprocess.CompletedProcess[bytes]":
    """Run git without a shell; raises OrgGraphError where it is not there or does not answer."""
    try:
        return subprocess.run(
            ["git", "--no-pager", *args],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, **_QUIET},
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise OrgGraphError("git-missing") from None
    except subprocess.TimeoutExpired:
        raise OrgGraphError("git-slow", seconds=_SECONDS) from None
    except OSError as error:
        from orggraph.errors import os_reason

        raise OrgGraphError("git-failed", reason=os_reason(error)) from None
    except ValueError:  # a null character among the words
        raise OrgGraphError("git-no-revision", revision=args[-1].replace("\0", "")) from None
