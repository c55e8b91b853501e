"""The processes that share out the work of a build: as many as there are cores, started when first needed."""

from __future__ import annotations

import atexit
import contextlib
import gc
import multiprocessing
import multiprocessing.connection
import multiprocessing.util
import os
import signal
import sys
import threading
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_LAST = -100
_REMEMBERED = 2
"""Subjects of which a process still has in memory what it has read: some guides, and what tells of all"""
_RARELY = 1_000_000
"""Objects made between two looks of Python's memory manager: a build makes many and throws few away"""


@dataclass
class _Hand:
    """One process, the *subjects* it worked on last, whether it is *busy*, and whether it got *ready* for more."""

    process: ProcessPoolExecutor
    subjects: tuple[Hashable, ...] = ()
    busy: bool = False
    ready: bool = False

    def take(self, subject: Hashable) -> None:
        """Work on a *subject* from now on."""
        self.busy = True
        if subject is not None:
            self.subjects = (subject, *(one for one in self.subjects if one != subject))[:_REMEMBERED]


@dataclass(frozen=True)
class _Call:
    """A function to be called on a *subject*, and the *future* that waits for what it gives."""

    subject: Hashable
    call: Callable[[], Any]
    future: Future[Any]


class Crew:
    """Runs functions in other processes, which may serve several builds and end with the one that made them.

    A process remembers what it has read: work on one subject goes to a process that worked on it lately, unless
    another one has nothing else to do.
    """

    def __init__(self, hands: int = 0, *, lasting: bool = True) -> None:
        self.hands = hands or os.cpu_count() or 1
        self.lasting = lasting
        """Whether it serves other builds after the next one"""
        self._hands: list[_Hand] = []
        self._waiting: list[_Call] = []
        self._ready: Callable[[], object] | None = None
        self._lock = threading.RLock()

    def __enter__(self) -> Self:
        """Let the crew serve until the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End it."""
        self.dismiss()

    def begin(self, first: Callable[[], object]) -> None:
        """Start the processes, each with a call of *first*: what comes next need not wait until they have started."""
        with self._lock:
            self._start()
            for hand in self._hands:
                _submitted(hand, first)

    def do(self, function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> Future[T]:
        """Let a process call *function*, which stands in a module, as soon as one is free."""
        return self.do_on(None, function, *arguments, **named)

    def do_on(self, subject: Hashable, function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> Future[T]:
        """Let a process call *function*, rather one that has worked on the *subject* lately."""
        future: Future[T] = Future()
        with self._lock:
            self._start()
            self._waiting.append(_Call(subject, partial(function, *arguments, **named), future))
        self._hand_out()
        return future

    def prepare(self, ready: Callable[[], object]) -> None:
        """Let every process call *ready* once, when it has nothing else to do."""
        with self._lock:
            self._start()
            self._ready = ready
        self._hand_out()

    def rest(self, tidy: Callable[[], object]) -> list[Future[object]]:
        """Let every process that has nothing to do call *tidy*; what comes next waits for it."""
        with self._lock:
            return [_submitted(hand, tidy) for hand in self._hands if not hand.busy]

    def release(self) -> None:
        """Let the processes end, without waiting for it, unless they are to serve other builds."""
        if not self.lasting:
            self.dismiss(wait=False)

    def dismiss(self, *, wait: bool = True) -> None:
        """End the processes; what has not begun is left undone. Who does not *wait* has no more work for them."""
        with self._lock:
            hands, waiting = self._hands, self._waiting
            self._hands, self._waiting = [], []
        for one in waiting:
            one.future.cancel()
        for hand in hands:
            hand.process.shutdown(wait, cancel_futures=True)

    def _start(self) -> None:
        if not self._hands:
            way = multiprocessing.get_context("spawn")  # the same on every system
            self._hands = [_Hand(ProcessPoolExecutor(1, mp_context=way, initializer=_begin)) for _ in range(self.hands)]

    def _hand_out(self) -> None:
        """Give every idle process what suits it best of what is waiting, and let those with nothing to do get ready.

        Nobody is told anything while the lock is held: who is told may ask for more.
        """
        with self._lock:
            self._waiting = [one for one in self._waiting if not one.future.cancelled()]
            begun = [pair for suits in (_same, _first, _new, _any) for pair in self._suited(suits)]
            for hand in self._hands:
                if self._ready and not (hand.busy or hand.ready):
                    hand.ready = True
                    _submitted(hand, self._ready)
        for hand, one in begun:
            submitted = _submitted(hand, one.call)
            submitted.add_done_callback(partial(self._done, hand, one))

    def _suited(self, suits: Callable[[_Call, _Hand, set[Hashable]], bool]) -> Iterator[tuple[_Hand, _Call]]:
        """Take from what is waiting what *suits* a process that is idle."""
        for hand in self._hands:
            others = {subject for other in self._hands if other is not hand for subject in other.subjects}
            found = None if hand.busy else next((one for one in self._waiting if suits(one, hand, others)), None)
            if found:
                self._waiting.remove(found)
                if found.future.set_running_or_notify_cancel():
                    hand.take(found.subject)
                    yield hand, found

    def _done(self, hand: _Hand, one: _Call, result: Future[Any]) -> None:
        """Tell whoever waits for it before the process gets something else: what follows may be about the same."""
        if result.cancelled():
            one.future.set_exception(CancelledError())
        elif error := result.exception():
            one.future.set_exception(error)
        else:
            one.future.set_result(result.result())
        hand.busy = False
        self._hand_out()


def _submitted(hand: _Hand, function: Callable[[], Any]) -> Future[Any]:
    """Hand *function* to a process; where it has ended, or is about to, that is what comes of it."""
    try:
        with _unheard():
            return hand.process.submit(function)
    except RuntimeError as error:
        failed: Future[Any] = Future()
        failed.set_exception(error)
        return failed


def _same(one: _Call, hand: _Hand, _: set[Hashable]) -> bool:
    return one.subject in hand.subjects


def _first(one: _Call, hand: _Hand, others: set[Hashable]) -> bool:
    return not hand.subjects and one.subject not in others


def _new(one: _Call, _: _Hand, others: set[Hashable]) -> bool:
    return one.subject not in others


def _any(*_: object) -> bool:
    return True


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Let processes that are started meanwhile not hear Ctrl+C: while they start, Python would show an error."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _hear_again() -> None:
    """End on Ctrl+C without a word, be it one that was not heard yet; who was started not to hear it still does not."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))


def _begin() -> None:
    _hear_again()
    gc.set_threshold(_RARELY, 50, 50)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    multiprocessing.util.Finalize(None, _leave, exitpriority=_LAST)


def _leave() -> None:
    """End without taking memory apart object by object, which takes a second; only write what is to be written."""
    atexit._run_exitfuncs()
    os._exit(0)


def _end_with_parent() -> None:
    """Wait until the process that started this one ends, however it does, and leave at once."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)
