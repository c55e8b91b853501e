"""Build the site: check, make files and pages unit by unit, merge, look over, and only then swap it into place."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from filelock import FileLock

from macros.guideline.folders import guide_folders, links_outside
from macros.guideline.problems import GuidelineError
from macros.paper import manifest
from macros.web import contents, disk, facts, fence, headers, offline, origin, shards, swap
from macros.web.crew import Crew
from macros.web.errors import BuildError, WrittenToError
from macros.web.merge import Merging
from macros.web.postcheck import look_over, sheets_of, untranslated
from macros.web.progress import Progress
from macros.web.project import LANGUAGES, Job
from macros.web.shards import Shard
from macros.web.sheet import Sheet
from macros.web.stages import Stages
from macros.web.units import Units

_SHOWN_FINDINGS = 40
_TRIES = 3
"""Times that a build begins anew where somebody writes to its data meanwhile"""
_STAYS = "公開中のサイトはそのままです。"
_WRITTEN_TO = (
    "作っているあいだに、data かプログラムのファイルが書きかえられました。"
    f"書きかえが終わってから、もう一度同じ命令を動かしてください。{_STAYS}"
)
_WHOSE_FAULT = (
    "data の文や名前に思い当たるものがなければ、ページの型(docs、overrides)かプログラムの誤りです。"
    "この表示をそのまま添えて、サイトの作り手に伝えてください。"
)


@dataclass(frozen=True)
class Report:
    """What a build made: how many *pages*, in how many *seconds*, where; and what is still missing in it.

    *doubts* are words left without a reading, *untranslated* words of the navigation by language.
    """

    pages: int
    seconds: float
    site: Path
    doubts: tuple[str, ...]
    untranslated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faces: tuple[str, ...] = ()
    """The faces of what was printed"""


def build(job: Job, progress: Progress, crew: Crew | None = None) -> Report:
    """Carry out *job* with the processes of *crew*, or with some for this build alone.

    Raises GuidelineError for mistakes in the data and BuildError for anything else that is expected to go wrong.
    """
    hands = nullcontext(crew) if crew else Crew(lasting=False)
    with _alone(job, job.site, progress), hands as hired:
        for _ in range(_TRIES):
            with suppress(WrittenToError), _next(job) as new:
                units = _looked_at(job, progress)
                merging = Merging(job, units, new)
                _bring_up_to_date(job, units, units.guides, progress, hired, merging)
                hired.release()
                return _publish(job, units, merging, progress)
        raise WrittenToError(_WRITTEN_TO)


def build_shard(job: Job, shard: Shard, progress: Progress) -> tuple[tuple[str, ...], Path]:
    """Build the guides of one *shard* of *job*; give them and the folder in which they lie.

    Raises GuidelineError and BuildError as a build does.
    """
    part = replace(job, shard=f"{shard.number}-of-{shard.count}")
    with _alone(part, None, progress), Crew() as crew:
        units = _looked_at(part, progress)
        guides = shard.of(units.guides)
        contents.forget(units, guides)
        _bring_up_to_date(part, units, guides, progress, crew)
        contents.write(units, guides)
        return guides, units.root


def merge_shards(job: Job, folders: Sequence[Path], progress: Progress) -> Report:
    """Merge what shards have left in *folders* (in this project where none is named) into the site of *job*.

    Raises BuildError where a guide is missing or was built from other data, and else as a build does.
    """
    with _alone(job, job.site, progress), _next(job) as new, Crew() as crew:
        units = _looked_at(job, progress)
        given = folders or [job.shards]
        shards.gather(units, given)
        if said := shards.objections(units, given, named=folders):
            raise BuildError("\n".join((*said, _STAYS)))
        merging = Merging(job, units, new)
        _bring_up_to_date(job, units, units.guides, progress, crew, merging)
        return _publish(job, units, merging, progress)


def _faces(site: Path) -> tuple[str, ...]:
    """Give the faces of what was printed for *site*."""
    return tuple(one.faces for guide in manifest.guides(site) for one in manifest.read(site, guide))


@contextmanager
def _alone(job: Job, site: Path | None, progress: Progress) -> Iterator[None]:
    """Let no other build work in the same folders meanwhile; say in words what keeps a build from its folders."""
    if said := fence.objections(job):
        raise BuildError("\n".join((*said, _STAYS)))
    try:
        job.work.mkdir(parents=True, exist_ok=True)
        with ExitStack() as locks:
            locks.enter_context(FileLock(job.work / "lock"))
            if site:
                site.absolute().parent.mkdir(parents=True, exist_ok=True)
                locks.enter_context(lock_of(site))
            try:
                yield
            finally:
                progress.clear()
    except OSError as error:
        if words := disk.reason(error):
            raise BuildError(words) from error
        raise


def lock_of(folder: Path) -> FileLock:
    """Give the lock that all who put something into the place of *folder* share, by whatever links they get there.

    It is kept out of the folders that people look at, and whoever works on this machine may take it.
    """
    place = folder.absolute().parent.resolve() / folder.name
    name = hashlib.sha256(os.fsencode(place)).hexdigest()[:16]
    return FileLock(Path(tempfile.gettempdir()) / f"kyodo-{name}.lock", mode=0o666)


@contextmanager
def _next(job: Job) -> Iterator[Path]:
    """Give the folder in which the next site of *job* is put together; of one that comes to nothing, nothing stays."""
    try:
        swap.recover(job.site)
    except swap.NotOursError as error:
        raise BuildError(
            f"{error} には、このプログラムが作ったのではないファイルがあります。"
            "別のフォルダーを --site で指定するか、中身を確かめてから空にしてください。"
        ) from None
    if job.offline:
        offline.refuse_other(job.archive)
    try:
        yield swap.begin(job.site)
    finally:
        swap.drop_what_can_be(swap.staging(job.site))


def _publish(job: Job, units: Units, merging: Merging, progress: Progress) -> Report:
    """Merge the *units*, look over the whole, and swap it into the place of the old site."""
    progress.say("日本語と英語を合わせています")
    new, known = merging.new, merging.finish()
    if job.offline:
        offline.adapt(new, _readme(job))
        known = {}
    progress.say("リンクを確かめています")
    sheets = sheets_of(new, known)
    told, home = headers.headers(sheets.values()), job.variables().get(origin.SITE, "")
    if not job.offline:
        headers.write(new, told, home)
    _refuse_faults(merging, sheets)
    if job.offline:
        progress.say("ZIP にまとめています")
        with offline.packed(new, job.archive, int(job.variables()["SOURCE_DATE_EPOCH"])):
            swap.publish(job.site)
    else:
        headers.write_nginx(job.work / "headers", told, home)
        swap.publish(job.site)
    unsure = sorted({line for one in units.guides for line in facts.of(units, one).doubts})
    missing = untranslated(sheets.values())
    return Report(len(sheets), progress.seconds, job.site, tuple(unsure), missing, _faces(job.site))


def _looked_at(job: Job, progress: Progress) -> Units:
    """Look at everything that the units of *job* are made from.

    Raises GuidelineError where there is no guide to begin with, BuildError where the day of the build is none or
    an address of the site can be none.
    """
    job.day  # noqa: B018 says at once that it cannot be read
    origin.refuse(job.variables())
    progress.say("データを調べています")
    _refuse_folder(job)
    return Units.of(job)


def _bring_up_to_date(
    job: Job, units: Units, guides: Sequence[str], progress: Progress, crew: Crew, merging: Merging | None = None
) -> None:
    """Bring the units of *guides* up to date; where they are merged, that of what they share, too.

    Raises GuidelineError and BuildError as a build does, that of what was written to meanwhile among them.
    """
    with (
        _settled(job, units),
        Stages(job, units, crew, progress, LANGUAGES, merging.add if merging else None) as stages,
    ):
        stages.check(guides)
        _refuse_release(job, units, guides)
        stages.build(guides, shared=merging is not None)


@contextmanager
def _settled(job: Job, units: Units) -> Iterator[None]:
    """Let nothing count of the *units* that was made in the block from files that somebody wrote to meanwhile.

    Raises WrittenToError where there are such files, whatever else they led to.
    """
    try:
        yield
    except BaseException as error:
        if units.forget_changed(job) and isinstance(error, Exception):
            raise WrittenToError(_WRITTEN_TO) from error
        raise
    if units.forget_changed(job):
        raise WrittenToError(_WRITTEN_TO)


def _refuse_folder(job: Job) -> None:
    """Let the reader of data say what is wrong where there is no guide to begin with, or a link leads out."""
    there = {folder.name for folder in guide_folders(job.data)} if job.data.is_dir() else set()
    if not there or set(job.guides) - there or any(links_outside(job.data, job.data.absolute().parent)):
        from macros.guideline.load import load

        load(job.data, job.guides)


def _refuse_release(job: Job, units: Units, guides: Sequence[str]) -> None:
    found = [facts.of(units, one) for one in guides]
    samples = [problem for one in found for problem in one.samples]
    if samples and job.publishes:
        raise GuidelineError(samples)
    unsure = sorted({line for one in found for line in one.doubts})
    if unsure and job.release:
        raise BuildError("読みの決まっていないことばがあるので、公開しません。\n" + "\n".join(unsure))
    hard = [problem for one in found for problem in one.hard]
    if hard and job.release:
        raise GuidelineError(hard)


def _readme(job: Job) -> str:
    """Say in both languages how to open a copy for offline use."""
    from macros.web import shelf

    words = shelf.outlines(job.data, job.guides).labels.labels["offline_readme"]
    return f"{words.ja}\n\n{words.en}\n"


def _refuse_faults(merging: Merging, sheets: Mapping[str, Sheet]) -> None:
    pages = facts.pages(merging.units)
    single = {f"{address}index.html" for address, languages in pages.items() if len(languages) < len(LANGUAGES)}
    findings = look_over(merging.new, single=single, from_disk=merging.job.offline, known=sheets, ways=merging.ways)
    if findings:
        shown = "\n".join(str(finding) for finding in findings[:_SHOWN_FINDINGS])
        rest = len(findings) - _SHOWN_FINDINGS
        more = f"\nほかに {rest} 件あります。" if rest > 0 else ""
        raise BuildError(f"できあがったページに誤りがあります。{_STAYS}\n{shown}{more}\n{_WHOSE_FAULT}")
