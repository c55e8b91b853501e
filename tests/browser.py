"""Find a Chromium for the browser tests, or obtain one: python -m tests.browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ADVICE = (
    "ブラウザーの試験には Chromium が要ります。"
    "「python -m playwright install chromium」を試すか、Chromium・Chrome・Edge のどれかを入れてください。"
    " / The browser tests need Chromium: run “python -m playwright install chromium”, "
    "or install Chromium, Chrome or Edge."
)


def chromium() -> str:
    """Give the path of a Chromium on this machine; raise RuntimeError, saying what to install, where there is none."""
    found = _found()
    if found is None:
        raise RuntimeError(ADVICE)
    return found


def obtain() -> None:
    """Obtain a Chromium where there is none: with Playwright, else with Debian's packages as root."""
    if _found():
        return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, timeout=900)
    if _found():
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, stdout=subprocess.DEVNULL)
    chromium()


def _found() -> str | None:
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


if __name__ == "__main__":
    try:
        obtain()
    except RuntimeError as error:
        raise SystemExit(str(error)) from None
