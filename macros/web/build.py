"""Build the site: check, both languages at once, merge, look over, and only then swap it into place."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from macros import addresses
from macros.children.lint import lint, refuse
from macros.guideline.load import load
from macros.guideline.model import Library
from macros.guideline.problems import GuidelineError
from macros.guideline.unreplaced import unreplaced
from macros.web import disk, fence, headers, offline, swap
from macros.web.day import DayError
from macros.web.doubts import doubts
from macros.web.makers import MAKERS
from macros.web.pages import pages
from macros.web.postcheck import look_over, untranslated
from macros.web.progress import Progress
from macros.web.project import LANGUAGES, ROOT, Job

_SHOWN_FINDINGS = 40
_STAYS = "公開中のサイトはそのままです。"


class BuildError(Exception):
    """Raised when a build fails for another reason than the data; the old site stays as it is."""


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


def build(job: Job, progress: Progress) -> Report:
    """Carry out *job*.

    Raises GuidelineError for mistakes in the data and BuildError for anything else that is expected to go wrong.
    """
    if said := fence.objections(job):
        raise BuildError("\n".join((*said, _STAYS)))
    try:
        job.work.mkdir(parents=True, exist_ok=True)
        job.site.absolute().parent.mkdir(parents=True, exist_ok=True)
        with FileLock(job.work / "lock"), FileLock(_lock_of(job.site)):
            try:
                return _build(job, progress)
            finally:
                progress.clear()
    except OSError as error:
        if words := disk.reason(error):
            raise BuildError(words) from error
        raise


def _lock_of(site: Path) -> Path:
    """Give the lock that all builds into *site* share, kept out of the folders that people look at."""
    name = hashlib.sha256(str(site.absolute()).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"kyodo-{name}.lock"


def _build(job: Job, progress: Progress) -> Report:
    try:
        job.day  # noqa: B018 says at once that it cannot be read
    except DayError as error:
        raise BuildError(str(error)) from None
    progress.say("データを調べています")
    library = load(job.data, job.guides)
    samples = unreplaced(library, job.guides)
    if samples and job.publishes:
        raise GuidelineError(samples)
    progress.say("読みを確かめています")
    unsure = doubts(library, job.guides)
    if unsure and job.release:
        raise BuildError("読みの決まっていないことばがあるので、公開しません。\n" + "\n".join(unsure))
    if job.release:
        refuse(lint(library))
    try:
        swap.recover(job.site)
    except swap.NotOursError:
        raise BuildError(
            f"{job.site} には、このプログラムが作ったのではないファイルがあります。"
            "別のフォルダーを --site で指定するか、中身を確かめてから空にしてください。"
        ) from None
    made = _made(job, library, progress)
    _both_languages(job, library, progress)
    progress.say("日本語と英語を合わせています")
    new = swap.staging(job.site)
    shutil.copytree(job.work / "ja", new)
    for language in LANGUAGES:
        if folder := addresses.language_root(language):
            shutil.copytree(job.work / language, new / folder, dirs_exist_ok=True)
    shutil.copytree(made, new, dirs_exist_ok=True)
    if job.offline:
        offline.adapt(new, _readme(library))
    else:
        headers.write(new)
    progress.say("リンクを確かめています")
    _refuse_faults(new, job, library)
    missing = untranslated(new)
    swap.publish(job.site)
    if job.offline:
        progress.say("ZIP にまとめています")
        offline.pack(job.site, job.archive, int(job.variables()["SOURCE_DATE_EPOCH"]))
    else:
        headers.write_nginx(job.site, job.work / "headers")
    return Report(len(list(job.site.rglob("*.html"))), progress.seconds, job.site, tuple(unsure), missing)


def _readme(library: Library) -> str:
    """Say in both languages how to open a copy for offline use."""
    words = library.labels.labels["offline_readme"]
    return f"{words.ja}\n\n{words.en}\n"


def _made(job: Job, library: Library, progress: Progress) -> Path:
    """Make what is no page into a folder of its own, where the pages can look at it."""
    if job.made.exists():
        shutil.rmtree(job.made)
    job.made.mkdir(parents=True)
    for maker in MAKERS:
        maker(library, job, job.made, progress)
    return job.made


def _both_languages(job: Job, library: Library, progress: Progress) -> None:
    total = sum(len(pages(library, language)) for language in LANGUAGES)
    counters = {language: job.work / f"{language}.pages" for language in LANGUAGES}
    outputs = {language: job.work / f"{language}.log" for language in LANGUAGES}
    running = {language: _start(job, language, counters[language], outputs[language]) for language in LANGUAGES}
    try:
        while any(process.poll() is None for process in running.values()):
            done = sum(counter.stat().st_size for counter in counters.values())
            progress.say(f"ページを作っています {min(done, total)}/{total}")
            time.sleep(0.05)
    finally:
        for process in running.values():
            process.kill()
            process.communicate()
    _refuse_failures(running, outputs)


def _start(job: Job, language: str, counter: Path, output: Path) -> subprocess.Popen[bytes]:
    counter.write_bytes(b"")
    command = [
        sys.executable,
        "-m",
        "macros.web.worker",
        "build",
        "--strict",
        "--config-file",
        str(ROOT / LANGUAGES[language]),
    ]
    command += ["--site-dir", str((job.work / language).absolute())]
    with output.open("wb") as log:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env={**job.variables(), "KYODO_PROGRESS": str(counter.absolute())},
            stdin=subprocess.PIPE,  # closes when this process dies, however it does
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _refuse_failures(running: Mapping[str, subprocess.Popen[bytes]], outputs: Mapping[str, Path]) -> None:
    said = [
        f"[{language}] " + outputs[language].read_text(encoding="utf-8", errors="replace").strip()
        for language, process in running.items()
        if process.returncode
    ]
    if said:
        said += filter(None, [disk.reason_in("\n".join(said))])
        raise BuildError("ページを作れませんでした。公開中のサイトはそのままです。\n" + "\n".join(said))


def _refuse_faults(new: Path, job: Job, library: Library) -> None:
    single = {f"{page.address}index.html" for page in pages(library) if len(page.languages) < len(LANGUAGES)}
    findings = look_over(new, job.variables().get("KYODO_SITE_URL", ""), single=single, from_disk=job.offline)
    if findings:
        shutil.rmtree(new)
        shown = "\n".join(str(finding) for finding in findings[:_SHOWN_FINDINGS])
        rest = len(findings) - _SHOWN_FINDINGS
        more = f"\nほかに {rest} 件あります。" if rest > 0 else ""
        raise BuildError(f"できあがったページに誤りがあります。公開中のサイトはそのままです。\n{shown}{more}")
