"""A finished site served on this machine, and a Chromium to visit it with."""

from __future__ import annotations

import atexit
import http.server
import io
import re
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any

import pypdf
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser import FLAGS, chromium, surroundings, windowless

_DOUBLES = str.maketrans("⺠‧", "民・")
PATIENCE = 30_000
"""Milliseconds until a page that does not do as it should fails its test"""
expect.set_options(timeout=PATIENCE)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, sent: Mapping[str, str], **settings: Any) -> None:
        self.sent = sent
        super().__init__(*arguments, **settings)

    def end_headers(self) -> None:
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, sent: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve *site*, with the headers *sent* besides, and give its address."""
    handler = partial(_Handler, directory=str(site), sent=sent or {})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def browsing(*, whole: bool = False) -> Iterator[Browser]:
    """Start a Chromium that shows no window: a *whole* one, or one that never has any."""
    path = chromium() if whole else windowless()
    browser = _playwright().chromium.launch(executable_path=path, args=list(FLAGS), env=surroundings())
    try:
        yield browser
    finally:
        browser.close()


@cache
def _playwright() -> Playwright:
    """Start Playwright, which a process can do only once."""
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright


@contextmanager
def visiting(browser: Browser, address: str, **wishes: Any) -> Iterator[Page]:
    """Give a page of a visitor who has never been here; whatever goes wrong in it fails the test."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "base_url": address, **wishes})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    try:
        yield page
    finally:
        context.close()
    assert not faults, faults


def spoken(words: str) -> re.Pattern[str]:
    """Match an accessible name as Playwright computes it, which sets a space beside every hidden reading."""
    return re.compile(r"\s*".join(re.escape(sign) for sign in words if sign.strip()))


def printed(page: Page) -> tuple[int, str]:
    """Print the page on A4; give how many sheets it takes and its text without spaces."""
    read = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return len(read.pages), close("".join(sheet.extract_text() for sheet in read.pages))


def close(text: str) -> str:
    """Leave out spaces, and write signs for which fonts keep a double (⼀, ⺠, ‧) as they are typed."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_DOUBLES).split())
