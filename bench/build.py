"""Measure builds in one run: against plain Material for MkDocs, as guides grow, after an edit, in the preview.

python -m bench.build [--towns 1 5 50] [--rounds 3] [--only five growth preview]   prints tables in Markdown.
The yardstick builds the finished Markdown (kyodo export) with the theme alone, both languages at once.
No PDF is made anywhere: they have a bench of their own (bench.paper).
"Cold" knows nothing of the project; what is made at installation (compiled modules and templates) is there.
"""

from __future__ import annotations

import argparse
import math
import re
import shutil
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import wait
from pathlib import Path
from statistics import median

from bench.run import Cost, project, run, together
from bench.towns import towns
from macros.web import tasks
from macros.web.build import build
from macros.web.crew import Crew
from macros.web.progress import Progress
from macros.web.project import LANGUAGES, Job
from macros.web.serve import Preview

GUIDE = "yamaguchi"
BUILD = """
from dataclasses import replace
from macros.web.command import built
from macros.web.project import Job
built(replace(Job(), paper=False))
"""
PLAIN = """
site_name: Plain
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, language: {language}, font: false, features: [navigation.prune, navigation.indexes]}}
plugins: [{{search: {{lang: {language}}}}}]
markdown_extensions: [attr_list, {{toc: {{toc_depth: 2-3, permalink: false}}}}]
extra: {{generator: false}}
"""
EDITED = re.compile("協働")
EDITS = 4
WARMING = 3
"""Builds by one crew, of which the last is measured"""
PARTS = ("five", "growth", "preview")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--towns", type=int, nargs="+", default=[1, 5, 50], help="how many made-up guides")
    parser.add_argument("--rounds", type=int, default=3, help="how often each build of the real guides is run")
    parser.add_argument(
        "--only", nargs="+", default=["five", "growth", "preview"], choices=("five", "growth", "preview")
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "five" in options.only:
            _print(_five(folder, options.rounds))
        if "growth" in options.only:
            _print(_growth(folder, options.towns))
        if "preview" in options.only:
            _print(_preview(folder))


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line, flush=True)
    print(flush=True)


def _five(folder: Path, rounds: int) -> Iterator[str]:
    """Build the real guides: cold, with readings known, with nothing changed, after an edit; and plainly."""
    ours = project(folder / "five")
    run(ours, "-c", BUILD)
    run(ours, "-m", "macros", "export", "--to", folder / "markdown")
    commands = [_plain(folder, language) for language in LANGUAGES]
    found: dict[str, list[Cost]] = {}
    for _ in range(rounds):
        for name, cost in _round(ours, commands):
            found.setdefault(name, []).append(cost)
    best = {name: min(costs, key=lambda cost: cost.seconds) for name, costs in found.items()}
    least = {name: min(cost.work for cost in costs) for name, costs in found.items()}
    plain = best["plain Material"]
    yield "| five real guides | s | ratio | of one round | CPU s | ratio | MB of the largest process |"
    yield "|---|---|---|---|---|---|---|"
    for name, cost in best.items():
        ratio, work = cost.seconds / plain.seconds, least[name] / least["plain Material"]
        same = _of_one_round(found[name], found["plain Material"])
        yield (
            f"| {name} | {cost.seconds:.2f} | {ratio:.2f} | {same:.2f} "
            f"| {least[name]:.2f} | {work:.2f} | {cost.megabytes:.0f} |"
        )
    for name in (one for one in best if one.startswith("after an edit")):
        share, same = best[name].seconds / best["cold"].seconds, _of_one_round(found[name], found["cold"])
        yield f"\n{name.capitalize()}: {share:.0%} of a cold build, {same:.0%} in the middle of the rounds."


def _of_one_round(costs: Sequence[Cost], others: Sequence[Cost]) -> float:
    """Give the middle of the ratios of one round each: a machine whose pace changes is at one pace within a round."""
    return median(one.seconds / other.seconds for one, other in zip(costs, others, strict=True))


def _round(ours: Path, commands: Sequence[Sequence[str | Path]]) -> Iterator[tuple[str, Cost]]:
    for language in LANGUAGES:
        _put_aside(ours.parent / f"plain-{language}", ours.parent)
    yield "plain Material", together(ours, commands)
    _put_aside(ours / "build", ours.parent)
    yield "cold", run(ours, "-c", BUILD)
    _put_aside(ours / "build" / "units", ours.parent)
    yield "readings known", run(ours, "-c", BUILD)
    yield "nothing changed", run(ours, "-c", BUILD)
    _edit(ours / "data" / GUIDE / "rules.yml")
    yield "after an edit", run(ours, "-c", BUILD)
    yield "after an edit, processes started", _edit_with_processes(ours)


def _put_aside(folder: Path, place: Path) -> None:
    """Move a *folder* to a *place*: where many files have just been deleted, ext4 looks longer for room for others."""
    if folder.exists():
        folder.rename(place / f"{folder.name}-{time.monotonic_ns()}")


def _edit_with_processes(ours: Path) -> Cost:
    """Build the whole site again after an edit as kyodo serve does: its processes are there already."""
    job = Job(data=ours / "data", site=ours / "edited", work=ours / "work", paper=False)
    with Crew() as crew:
        for _ in range(WARMING):
            wait(crew.rest(tasks.tidy))
            _edit(ours / "data" / GUIDE / "rules.yml")
            began = time.monotonic()
            build(job, Progress(), crew)
        return Cost(time.monotonic() - began, math.nan, math.nan)


def _plain(folder: Path, language: str) -> tuple[str | Path, ...]:
    config = folder / f"plain-{language}.yml"
    docs, site = folder / "markdown" / language, folder / f"plain-{language}"
    config.write_text(PLAIN.format(docs=docs, site=site, language=language), encoding="utf-8")
    return ("-m", "mkdocs", "build", "-q", "-f", config)


def _edit(path: Path) -> None:
    """Change the first sentence of a file as an editor would: one word more, or one less."""
    text = path.read_text(encoding="utf-8")
    changed = text.replace("協働や", "協働", 1) if "協働や" in text else EDITED.sub("協働や", text, count=1)
    path.write_text(changed, encoding="utf-8")


def _growth(folder: Path, counts: Sequence[int]) -> Iterator[str]:
    """Build made-up guides of Yamaguchi's size, more and more of them."""
    yield "| made-up guides | pages | s | ms a page | CPU ms a page | MB of the largest process | all again, s |"
    yield "|---|---|---|---|---|---|---|"
    for count in counts:
        ours = project(folder / f"grown-{count}", towns(folder / "data", count))
        cost = run(ours, "-c", BUILD)
        again = run(ours, "-c", BUILD)
        pages = sum(1 for _ in (ours / "site").rglob("*.html"))
        each, work = cost.seconds / pages * 1000, cost.work / pages * 1000
        yield (
            f"| {count} | {pages} | {cost.seconds:.1f} | {each:.1f} | {work:.1f} "
            f"| {cost.megabytes:.0f} | {again.seconds:.1f} |"
        )
        shutil.rmtree(ours)


def _preview(folder: Path) -> Iterator[str]:
    """Time what an editor waits for: from saving a file until the browser is told and has the new page."""
    data = project(folder / "preview") / "data"
    job = Job(data=data, site=folder / "preview-site", work=folder / "preview-work", guides=(GUIDE,))
    with Crew() as crew:
        preview = Preview(job, "127.0.0.1", 0, lambda _: None, crew)
        preview.rebuild()
        preview.watch(str(data))
        threading.Thread(target=preview.serve, daemon=True).start()
        while not getattr(preview, "server_port", 0):
            time.sleep(0.05)
        address = f"http://127.0.0.1:{preview.server_port}/"
        times = [_edit_to_page(address, data, preview) for _ in range(EDITS)]
        preview.shutdown()
    yield f"Edit to preview (kyodo serve --guide {GUIDE}): " + ", ".join(f"{one:.2f}" for one in times) + " s"


def _edit_to_page(address: str, data: Path, preview: Preview) -> float:
    """Edit the page that is open, and wait for it; then let the rest of the site be finished."""
    page = f"{address}{GUIDE}/rules/"
    before = _get(page)
    epoch = re.search(rb"livereload\(([0-9]+)", before)
    assert epoch
    _edit(data / GUIDE / "rules.yml")
    began = time.monotonic()
    _get(f"{address}livereload/{epoch[1].decode()}/1")
    assert _get(page) != before
    took = time.monotonic() - began
    _wait(lambda: preview.idle)
    return took


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:
        content: bytes = answer.read()
    return content


def _wait(until: Callable[[], bool]) -> None:
    while not until():
        time.sleep(0.1)


if __name__ == "__main__":
    main()
