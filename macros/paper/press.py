"""Set sheets as PDF with Typst: strictly, the same bytes each time, only what has changed, several at once."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import typst

from macros import patience
from macros.guideline.problems import GuidelineError, Problem
from macros.paper.faults import of_layout, of_typst
from macros.paper.sheet import Printed, Sheet

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "overrides" / "print"
CACHE = ROOT / "build" / "paper"
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
PICTURE_PPI = 60
_KEPT = 400
_HALF_DONE = 3600
"""Seconds after which nobody works any more in a folder that is half-done"""


@dataclass(frozen=True)
class Press:
    """Sets sheets; *epoch* is the date in them, in seconds, and *cache* where finished ones are kept."""

    epoch: int
    cache: Path = CACHE
    templates: Path = TEMPLATES

    def print(self, sheets: Iterable[Sheet]) -> list[Printed]:
        """Set all *sheets*, those that rest on others after these.

        Raises GuidelineError with every text that does not fit and every character that no face has.
        """
        wanted = list(sheets)
        first = [sheet for sheet in wanted if not sheet.basis]
        second = [sheet for sheet in wanted if sheet.basis]
        with ThreadPoolExecutor(os.cpu_count() or 2) as workers:  # Typst lets other threads run
            done = _all(list(workers.map(self._printed, first, [None] * len(first))))
            by_name = {(one.sheet.guide, one.sheet.name): one for one in done}
            bases = [by_name[sheet.guide, sheet.basis] for sheet in second]
            done += _all(list(workers.map(self._printed, second, bases)))
        place = {(sheet.guide, sheet.name): at for at, sheet in enumerate(wanted)}
        self._forget_old()
        return sorted(done, key=lambda one: place[one.sheet.guide, one.sheet.name])

    def _printed(self, sheet: Sheet, basis: Printed | None) -> Printed | list[Problem]:
        folder = self.cache / self._key(sheet, basis)
        known = _kept(sheet, folder)
        if known:
            os.utime(folder)
            return known
        self.cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.cache, prefix="_", ignore_cleanup_errors=True) as place:
            work = Path(place) / "work"
            work.mkdir()
            problems = self._set(sheet, basis, work)
            if problems:
                return problems
            made = _kept(sheet, work)
            assert made is not None  # it was written a moment ago
            try:
                patience.rename(work, folder)  # whole or not at all
            except OSError:  # another process was quicker, or what is there is spoilt
                if not _kept(sheet, folder):
                    shutil.rmtree(folder, ignore_errors=True)
                    with contextlib.suppress(OSError):
                        patience.rename(work, folder)
        return made

    def _key(self, sheet: Sheet, basis: Printed | None) -> str:
        """Name the result by all that it depends on."""
        digest = hashlib.sha256(f"{version('typst')} {self.epoch} {sheet.faces.mark} {sheet.template}\n".encode())
        for path in sorted(self.templates.rglob("*.typ")):
            digest.update(path.name.encode() + path.read_bytes())
        digest.update(Path(__file__).read_bytes())
        digest.update(_written(sheet).encode())
        digest.update(basis.pdf if basis else b"")
        return digest.hexdigest()[:32]

    def _set(self, sheet: Sheet, basis: Printed | None, work: Path) -> list[Problem]:
        """Write sheet.pdf, first.png and, last, report.json into *work*; give what is wrong instead, where it is."""
        root = work / "root"
        root.mkdir()
        for path in self.templates.glob("*.typ"):
            shutil.copyfile(path, root / path.name)
        if basis:
            (root / "pages.pdf").write_bytes(basis.pdf)
        compiler = typst.Compiler(
            root / sheet.template,
            root=root,
            font_paths=_fonts(sheet.faces.folders),
            ignore_system_fonts=True,
            sys_inputs={"data": _written(sheet), "pages": str(basis.pages if basis else 0)},
        )
        standards = [] if basis else STANDARDS  # Typst embeds pages of PDFs in no tagged mode
        try:
            pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=standards, timestamp=self.epoch)
            if warnings:
                return list(of_typst(sheet, "; ".join(one.message for one in warnings)))
            reports = json.loads(compiler.query("<k-report>", field="value"))
            misfits = json.loads(compiler.query("<k-misfit>", field="value"))
        except typst.TypstError as error:
            return list(of_typst(sheet, error.diagnostic or error.message))
        if misfits:
            return list(of_layout(sheet, misfits))
        (work / "sheet.pdf").write_bytes(_one(pdf))
        (work / "first.png").write_bytes(_picture(work, reports[-1]["width"], reports[-1]["height"]))
        patience.rmtree(root)
        told = json.dumps([reports[-1], *map(_digest, _files(work))], ensure_ascii=False)
        (work / "report.json").write_text(told, encoding="utf-8", newline="\n")
        return []

    def _forget_old(self) -> None:
        """Remove the results that have not been used for longest, and what killed processes have left half-done."""
        for folder in self.cache.glob("_*"):
            with contextlib.suppress(OSError):
                if time.time() - folder.stat().st_mtime > _HALF_DONE:
                    shutil.rmtree(folder, ignore_errors=True)
        folders = sorted(self.cache.glob("[0-9a-f]*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for folder in folders[_KEPT:]:
            shutil.rmtree(folder, ignore_errors=True)


def _kept(sheet: Sheet, folder: Path) -> Printed | None:
    """Give *sheet* as it was set into *folder*, where it is there and whole: a disk may lose what was written last."""
    try:
        report, *digests = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        pdf, picture = _files(folder)
    except (OSError, ValueError, TypeError):
        return None
    if digests != [_digest(pdf), _digest(picture)]:
        return None
    return Printed(sheet, pdf, picture, report["pages"], report["width"], report["height"], report.get("found") or {})


def _files(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in ("sheet.pdf", "first.png")]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _written(sheet: Sheet) -> str:
    data = {
        **sheet.data,
        "guide": sheet.guide,
        "name": sheet.name,
        "language": sheet.language,
        "faces": [family.data for family in sheet.faces.families],
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _all(results: Sequence[Printed | list[Problem]]) -> list[Printed]:
    problems = [problem for one in results if isinstance(one, list) for problem in one]
    if problems:
        raise GuidelineError(problems)
    return [one for one in results if isinstance(one, Printed)]


def _picture(work: Path, width: float, height: float) -> bytes:
    """Draw the first page of the finished sheet.pdf, which is quicker than drawing every page of its template."""
    source = f"#set page(width: {width}mm, height: {height}mm, margin: 0mm)\n"
    source += f'#image("../sheet.pdf", page: 1, width: {width}mm, height: {height}mm)\n'
    (work / "root" / "first.typ").write_text(source, encoding="utf-8", newline="\n")
    return _one(typst.Compiler(work / "root" / "first.typ", root=work).compile(format="png", ppi=PICTURE_PPI))


def _one(output: bytes | list[bytes] | None) -> bytes:
    """Give the file, or the first page's where there is one a page."""
    assert output is not None  # the compiler writes to a path only when it is told one
    return output[0] if isinstance(output, list) else output


@lru_cache(maxsize=8)
def _fonts(folders: tuple[Path, ...]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(f) for f in folders])
