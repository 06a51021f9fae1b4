"""Run many trials a reader: ``python -m tests.formats.hostile 10000 [FORMAT …]``.

A reader that stands still for long is shown where it stands, and ends the run.
"""

import faulthandler
import sys

from orggraph.formats.registry import names_read
from tests.formats.hostile.trial import Outcome, run

_BATCH = 100
_SHOWN = 40
_STILL = 120  # seconds for a batch, before it is taken to hang


def main(count: int, names: list[str]) -> int:
    """Run trials, print what goes wrong in them, and return the exit code."""
    failed = 0
    for name in names or names_read():
        outcomes: list[Outcome] = []
        for number in range(count):
            if number % _BATCH == 0:
                faulthandler.dump_traceback_later(_STILL, exit=True)
            outcomes.append(run(name, number, None))
        faulthandler.cancel_dump_traceback_later()
        kinds: dict[str, list[int]] = {}
        for number, outcome in enumerate(outcomes):
            if outcome.wrong:
                kinds.setdefault(outcome.wrong[:150], []).append(number)
        wrong, read = sum(map(len, kinds.values())), sum(outcome.is_read for outcome in outcomes)
        sys.stdout.write(f"{name}: {count} files, {read} read, {wrong} wrong\n")
        for what, numbers in sorted(kinds.items(), key=lambda kind: -len(kind[1]))[:_SHOWN]:
            sys.stdout.write(f"  {len(numbers)} × {what}: trial {numbers[0]}\n")
        sys.stdout.flush()
        failed += wrong
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
