"""Find a Chromium for the browser tests, or obtain one: python -m tests.browser.

Tests use the one that is made to run without a window, where there is one: it draws the same with two thirds of the
work. By night (KYODO_WHOLE_BROWSER=1) they all use the whole one, as a visitor does.
A Chromium finds a Japanese face on any machine: that which the paper is always set with.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from macros.paper.faces import fallback

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge")
_SWITCHED_OFF = (
    # what Playwright switches off by itself: of two such lists Chromium takes the last
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    # two pages that Chromium loads behind the address line of every new visitor, who never sees it: half of all work
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "PreloadTopChromeWebUI",
)
WINDOWLESS = ("chromium-headless-shell", "chrome-headless-shell")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(_SWITCHED_OFF)}",
)
_OF_THE_SYSTEM = Path("/etc/fonts/fonts.conf")
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


def windowless() -> str:
    """Give the path of a Chromium that has no window; by night, or where there is none, of a whole one."""
    return (not os.environ.get("KYODO_WHOLE_BROWSER") and _on_path(WINDOWLESS)) or chromium()


def surroundings() -> dict[str, str]:
    """Give the environment in which to start it: without a face for kanji, it prints pages that nobody can read."""
    return {**os.environ, **({"FONTCONFIG_FILE": str(_list_of_faces())} if _OF_THE_SYSTEM.is_file() else {})}


@cache
def _list_of_faces() -> Path:
    """Write down, for this process, where the faces of the system and those for paper are."""
    folder = Path(tempfile.mkdtemp(prefix="kyodo-faces-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    listed = folder / "fonts.conf"
    listed.write_text(
        f"<fontconfig><include>{_OF_THE_SYSTEM}</include>"
        + "".join(f"<dir>{escape(str(place))}</dir>" for place in fallback().folders)
        + "</fontconfig>\n",
        encoding="utf-8",
    )
    return listed


def obtain() -> None:
    """Obtain a Chromium where there is none, with Playwright or Debian's packages; try to get a small one, too."""
    if not _found():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, timeout=900)
    if not _found():
        _install("chromium")
    chromium()
    if not _on_path(WINDOWLESS):
        _install(WINDOWLESS[0])


def _install(package: str) -> None:
    """Try to install a *package* of Debian's, which only root can."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        for command in (["update", "-qq"], ["install", "-y", "-qq", package]):
            subprocess.run(["apt-get", *command], check=False, stdout=subprocess.DEVNULL, timeout=900)


def _found() -> str | None:
    if path := _on_path(NAMES):
        return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def _on_path(names: Sequence[str]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


if __name__ == "__main__":
    try:
        obtain()
    except RuntimeError as error:
        raise SystemExit(str(error)) from None
