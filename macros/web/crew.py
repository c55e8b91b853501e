"""The processes that share out the work of a build: as many as there are cores, started when first needed."""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.connection
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_RARELY = 100_000
"""Objects made between two looks of Python's memory manager: a build makes many and throws few away"""


class Crew:
    """Runs functions in other processes, which may serve several builds and end with the one that made them."""

    def __init__(self, hands: int = 0) -> None:
        self.hands = hands or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Let the crew serve until the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End it."""
        self.dismiss()

    def do(self, function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> Future[T]:
        """Let a process call *function*, which stands in a module, as soon as one is free."""
        if self._pool is None:
            way = multiprocessing.get_context("spawn")  # the same on every system
            self._pool = ProcessPoolExecutor(self.hands, mp_context=way, initializer=_begin)
        return self._pool.submit(function, *arguments, **named)

    def dismiss(self) -> None:
        """End the processes; what has not begun is left undone."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _begin() -> None:
    gc.set_threshold(_RARELY, 50, 50)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait until the process that started this one ends, however it does, and leave at once."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)
