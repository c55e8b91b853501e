"""Print with the face that is always there, and read PDFs back: characters with places, fonts, standards, codes."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pdfplumber
import pypdf
import pypdfium2
import zxingcpp

from macros import paper
from macros.guideline.model import Library
from macros.paper.press import TEMPLATES

EPOCH = 1_790_000_000  # 2026-09-21
MM = 72 / 25.4


def printed(library: Library, folder: Path, *, site_url: str = "", guides: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Print the leaflets of a library; give the PDFs by guide/name."""
    sheets = paper.sheets(library, guides, EPOCH, site_url, ["leaflet"])
    return {
        f"{one.sheet.guide}/{one.sheet.name}": one.pdf for one in paper.Press(EPOCH, folder / "cache").print(sheets)
    }


def set_in(folder: Path, template: str, data: Mapping[str, Any], language: str = "ja") -> paper.Printed:
    """Set *data* with a template of a test's own that may import ours."""
    templates = folder / "templates"
    shutil.copytree(TEMPLATES, templates, dirs_exist_ok=True)
    (templates / "own.typ").write_text(template, encoding="utf-8")
    sheet = paper.Sheet("midori", "own", "own", "own.typ", paper.faces("plain"), language, data)
    return paper.Press(EPOCH, folder / "cache", templates).print([sheet])[0]


@dataclass(frozen=True)
class Sign:
    """A character on a page, in mm from the top left, and its size in points."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float


def signs(pdf: bytes, page: int) -> list[Sign]:
    """Give the characters of a page in the order of the content."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [
            Sign(
                one["text"], one["x0"] / MM, one["x1"] / MM, one["top"] / MM, one["bottom"] / MM, round(one["size"], 1)
            )
            for one in document.pages[page].chars
        ]


def strokes(pdf: bytes, page: int) -> list[dict[str, float]]:
    """Give the lines of a page: x0, x1, top, bottom in mm."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [{key: one[key] / MM for key in ("x0", "x1", "top", "bottom")} for one in document.pages[page].lines]


def boxes(pdf: bytes, page: int) -> list[tuple[float, float]]:
    """Give width and height of the rectangles of a page in mm."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [(one["width"] / MM, one["height"] / MM) for one in document.pages[page].rects]


def texts(pdf: bytes) -> dict[str, str]:
    """Give all text as pypdf and, where it is installed, pdftotext extract it."""
    found = {"pypdf": "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)}
    if tool := shutil.which("pdftotext"):
        for name, options in (("pdftotext", ()), ("pdftotext -raw", ("-raw",))):
            done = subprocess.run([tool, *options, "-", "-"], input=pdf, capture_output=True, check=True)
            found[name] = done.stdout.decode()
    return found


def faces_in(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Give the name of each font of a PDF and whether its file is in it."""
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            yield inner["/BaseFont"], bool({"/FontFile2", "/FontFile3"} & set(descriptor))


def codes(pdf: bytes, page: int) -> list[str]:
    """Read the QR codes of a page as a camera sees it."""
    image = pypdfium2.PdfDocument(pdf)[page].render(scale=150 / 72).to_pil()
    return [one.text for one in zxingcpp.read_barcodes(image)]


__all__ = [
    "EPOCH",
    "MM",
    "Sign",
    "boxes",
    "codes",
    "faces_in",
    "printed",
    "replace",
    "set_in",
    "signs",
    "strokes",
    "texts",
]
