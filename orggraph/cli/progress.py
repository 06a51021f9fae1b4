"""Show how far long work is, to people who watch."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TypeVar

import click

from orggraph.cli.output import is_terminal

PATIENCE = 1.0
"""The seconds that people wait without wondering."""

_STEPS = 100

T = TypeVar("T")


def with_progress(items: Sequence[T], label: str) -> Iterator[T]:
    """Yield the items; work on them that takes long gets a bar, on a terminal only."""
    with progress_bar(label) as show:
        for done, item in enumerate(items):
            show(done / len(items))
            yield item
        show(1)


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[float], None]]:
    """Give a function that is told how much is done, from 0 to 1, and never goes back.

    Long work gets a bar, on a terminal only.
    """
    if not is_terminal(sys.stderr):
        yield lambda done: None
        return
    started = monotonic()
    with ExitStack() as stack:
        bar = None

        def show(done: float) -> None:
            nonlocal bar
            if bar is None:
                if done >= 1 or monotonic() - started <= PATIENCE:
                    return
                # Said in numbers alone: click's words for the time left are English.
                bar = stack.enter_context(
                    click.progressbar(length=_STEPS, label=label, file=sys.stderr, show_eta=False)
                )
            bar.update(max(int(done * _STEPS) - bar.pos, 0))

        yield show
