"""The stages that bring the units of a site up to date, each shared out among the processes of a crew."""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from macros.guideline.problems import GuidelineError, Problem
from macros.web import disk, facts, tasks
from macros.web.crew import Crew
from macros.web.errors import BuildError, PagesError
from macros.web.progress import Progress
from macros.web.project import LANGUAGES, Job
from macros.web.units import CHECKED, FILES, MADE, PAPER, SHARED, Units

_OF_THE_SITE = (*FILES, *LANGUAGES)
_A_LOOK = 0.1
_LARGEST_SHARE = 3_000_000
"""Bytes of YAML that one process holds in memory at once: guides of the largest kind take ten times that"""


@dataclass
class Stages:
    """Brings the *units* of *job* up to date with the processes of *crew*."""

    job: Job
    units: Units
    crew: Crew
    progress: Progress
    configs: Mapping[str, str]
    """The settings of MkDocs for each language"""
    finished: Callable[[str, str], None] | None = None
    """Told each unit and piece of the site that is up to date, by the thread that waits for the others"""
    _running: set[Future[object]] = field(default_factory=set)
    _problems: list[Problem] = field(default_factory=list)
    _failed: BaseException | None = None
    _ahead: dict[tuple[str, ...], list[Callable[[], None]]] = field(default_factory=dict)
    """Guides whose files are being made before it is known whether all is well, with what is to follow"""
    _current: set[tuple[str, str]] = field(default_factory=set)
    """Units and pieces of the site that are up to date"""
    _untold: list[tuple[str, str]] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        """Settle what other processes are told."""
        self.job = self.job.settled()

    def __enter__(self) -> Self:
        """Let the stages use their processes until the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Take back what no process has begun, and wait for the rest: then nobody works in the folders any more."""
        wait([one for one in tuple(self._running) if not one.cancel()])

    def check(self, guides: Sequence[str]) -> None:
        """Check those of *guides* that have changed. Raises GuidelineError with every mistake in all of them.

        Processes that have nothing to check make files meanwhile: of a single guide while it is checked, else of
        those that were checked first.
        """
        stale = [one for one in guides if not self.units.is_current(one, CHECKED)]
        checking = set(stale)

        def checked(share: tuple[str, ...]) -> Callable[[object], None]:
            def then(problems: object) -> None:
                self._noted(problems)
                checking.difference_update(share)
                if checking and not self._problems and len(shares) <= self.crew.hands:
                    self._make_ahead(share)

            return then

        shares = list(self._shares(stale))
        with self._changed:
            for share in shares:
                self._do(share, checked(share), tasks.check, self.job, self.units, share)
            if len(stale) == 1 and self.crew.hands > 1:
                for piece in FILES:
                    self._do(shares[0], _nothing, tasks.make_ahead, self.job, self.units, shares[0], (piece,))
        if stale:
            self.crew.prepare(tasks.get_ready)
            self._look_at(one for one in guides if one not in stale)
        words = "データを調べています", "紙面とデータのファイルを作っています"
        self._work(lambda: words[not checking], checking if len(shares) > 1 else self._running)

    def build(self, guides: Sequence[str], *, shared: bool = True) -> None:
        """Make the files and pages of those of *guides* that have changed, and those that tell of all.

        Raises GuidelineError for what cannot be made or printed, BuildError where pages cannot be built.
        """
        self._clear()
        units = (*guides, SHARED) if shared else guides
        self._look_at(units)
        stale = {piece: [one for one in units if (one, piece) not in self._current] for piece in _OF_THE_SITE}
        pages = {one: len(facts.of(self.units, one).pages) for one in guides}
        total = sum(pages.get(one, 0) for language in LANGUAGES for one in stale[language])
        counter = self.job.work / "pages"
        counter.write_bytes(b"")
        making = {one for piece in FILES for one in stale[piece]} - {SHARED}
        laying = {one for language in LANGUAGES for one in stale[language]} - making - {SHARED}

        def made(share: Sequence[str]) -> Callable[[object], None]:
            def then(problems: object) -> None:
                self._noted(problems)
                making.difference_update(share)
                if not self._problems:
                    self._finish(share, FILES)
                    if shared and not making:
                        self._share(stale, counter)
                    self._lay_out(share, stale, counter)

            return then

        with self._changed:
            for share in self._shares(making):
                self._make(share, made(share))
            if shared and not making:
                self._share(stale, counter)
            for share in self._shares(laying):
                self._lay_out(share, stale, counter)
        self._work(lambda: f"ページを作っています {min(counter.stat().st_size, total)}/{total}", self._running)

    def _make_ahead(self, share: tuple[str, ...]) -> None:
        """Make files of guides while others are checked still: all but what is printed, which takes long."""

        def then(_: object) -> None:
            for follows in self._ahead.pop(share):
                follows()

        self._ahead[share] = []
        pieces = [piece for piece in FILES if piece != PAPER]
        self._do(share, then, tasks.make_ahead, self.job, self.units, share, pieces)

    def _make(self, share: tuple[str, ...], then: Callable[[object], None]) -> None:
        """Make the files of guides, after those of them that are being made ahead."""
        for some, follow in self._ahead.items():
            if not set(some).isdisjoint(share):
                follow.append(partial(self._make, share, then))
                return
        self._do(share, then, tasks.make, self.job, self.units, share)

    def _share(self, stale: Mapping[str, Sequence[str]], counter: Path) -> None:
        """Make what tells of all guides, now that their own files are made."""

        def then(problems: object) -> None:
            self._noted(problems)
            if not self._problems:
                self._finish((SHARED,), (MADE,))
                self._lay_out((SHARED,), stale, counter)

        if SHARED in stale[MADE]:
            self._do((SHARED,), then, tasks.make_shared, self.job, self.units)
        else:
            self._lay_out((SHARED,), stale, counter)

    def _lay_out(self, share: Sequence[str], stale: Mapping[str, Sequence[str]], counter: Path) -> None:
        def then(wanted: Sequence[str], language: str, _: object) -> None:
            self._finish(wanted, (language,))

        for language, config in self.configs.items():
            if wanted := tuple(one for one in share if one in stale[language]):
                laid_out = partial(then, wanted, language)
                self._do(share, laid_out, tasks.lay_out, self.job, self.units, wanted, language, config, counter)

    def _look_at(self, units: Iterable[str]) -> None:
        """Find what is up to date of *units* as it is."""
        for unit in units:
            left = [piece for piece in _OF_THE_SITE if (unit, piece) not in self._current]
            self._finish((unit,), [piece for piece in left if self.units.is_current(unit, piece)])

    def _finish(self, units: Iterable[str], pieces: Sequence[str]) -> None:
        """Note that those *pieces* of *units* are up to date."""
        new = [(unit, piece) for unit in units for piece in pieces]
        self._current.update(new)
        if self.finished:
            self._untold += new

    def _noted(self, problems: object) -> None:
        assert isinstance(problems, list)
        self._problems += problems

    def _do(
        self,
        subject: Hashable,
        then: Callable[[object], None],
        function: Callable[..., object],
        *arguments: object,
    ) -> None:
        """Let a process call *function*, and call *then* with what it gives."""
        with self._changed:
            future = self.crew.do_on(subject, function, *arguments)
            self._running.add(future)
        future.add_done_callback(partial(self._done, then))

    def _done(self, then: Callable[[object], None], one: Future[object]) -> None:
        """Begin what follows, while the process still waits for it."""
        with self._changed:
            try:
                if not (one.cancelled() or self._failed):
                    then(one.result())
            except BaseException as error:  # noqa: BLE001  told to whoever waits, in another thread
                self._failed = error
            self._running.discard(one)
            self._changed.notify()

    def _work(self, words: Callable[[], str], unfinished: Collection[object]) -> None:
        """Wait until nothing is *unfinished* any more, or something has gone wrong."""
        try:
            while self._goes_on(words, unfinished):
                if self.finished and self._untold:
                    self.finished(*self._untold.pop())
            if self._failed:
                raise self._failed
        except PagesError as error:
            self._refuse(error)
        except BrokenProcessPool:
            self.crew.dismiss()
            raise BuildError(
                "ページを作るプロセスが途中で終わりました(メモリー不足など)。公開中のサイトはそのままです。"
            ) from None
        if self._problems:
            raise GuidelineError(self._problems)

    def _goes_on(self, words: Callable[[], str], unfinished: Collection[object]) -> bool:
        """Say whether something is *unfinished*; where there is nothing else to do, wait a moment for what happens."""
        with self._changed:
            self.progress.say(words())
            if unfinished and not (self._failed or self._untold):
                self._changed.wait(_A_LOOK)
            return bool(unfinished) and not self._failed

    def _refuse(self, error: PagesError) -> None:
        said = str(error)
        reason = disk.reason_in(said)
        lines = ["ページを作れませんでした。公開中のサイトはそのままです。", said, *([reason] if reason else [])]
        raise BuildError("\n".join(lines)) from None

    def _shares(self, guides: Iterable[str]) -> Iterator[tuple[str, ...]]:
        """Share out *guides*, so that every process has about as much to do and none too much at once."""
        weights = {one: _weight(self.job.data / one) for one in guides}
        count = max(min(self.crew.hands, len(weights)), -(-sum(weights.values()) // _LARGEST_SHARE))
        shares: list[list[str]] = [[] for _ in range(count)]
        for one in sorted(weights, key=lambda one: (-weights[one], one)):
            min(shares, key=lambda share: sum(weights[two] for two in share)).append(one)
        for share in shares:
            if share:
                yield tuple(sorted(share))

    def _clear(self) -> None:
        """Remove what a killed build has left half-done."""
        for language in LANGUAGES:
            for folder in self.job.work.glob(f"{language}-*"):
                shutil.rmtree(folder, ignore_errors=True)


def _weight(folder: Path) -> int:
    found = 0
    for path in folder.rglob("*.yml"):
        with contextlib.suppress(OSError):
            found += path.stat().st_size
    return found


def _nothing(_: object) -> None:
    pass
