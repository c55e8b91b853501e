"""The Nu validator: find it or obtain it (python -m tests.validator), and ask it about whole folders of pages."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "vnu-jar@26.9.27"
FINGERPRINT = "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"
ADVICE = (
    "HTML の試験には Java(17 以上)と npm が要ります。Java は apt-get install default-jre-headless などで入れ、"
    "「python -m tests.validator」を試してください。"
    " / The test of HTML needs Java (17 or later) and npm: install a JRE, then run “python -m tests.validator”."
)


def mistakes(site: Path, only: list[str] | None = None) -> list[str]:
    """Give every error the validator finds in the pages of *site* (all, or those named) as page:line and words."""
    jar = _jar()
    java = shutil.which("java")
    if java is None or not jar.exists():
        raise RuntimeError(ADVICE)
    places = [str(site / name) for name in only] if only else [str(site)]
    done = subprocess.run(
        [java, "-Xss4m", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "json", *places],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    found = json.loads(done.stderr)["messages"]  # fails on anything but a whole answer
    return [
        f"{one.get('url', '').rpartition(site.name + '/')[2]}:{one.get('lastLine', 0)} {one['message']}"
        for one in found
    ]


def obtain() -> None:
    """Obtain a Java (Debian's, as root, where there is none) and the validator (npm's package, by its fingerprint)."""
    if shutil.which("java") is None and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "default-jre-headless"], check=False, stdout=subprocess.DEVNULL
        )
    npm = shutil.which("npm")
    if shutil.which("java") is None or (npm is None and not _jar().exists()):
        raise RuntimeError(ADVICE)
    if not _jar().exists():
        _bring(str(npm))


def _bring(npm: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        packed = next(Path(folder).glob("*.tgz"))
        if hashlib.sha256(packed.read_bytes()).hexdigest() != FINGERPRINT:
            raise RuntimeError(
                f"{PACKAGE} は、決めたものと指紋が違うので使いません。 / {PACKAGE} is not what was locked."
            )
        with tarfile.open(packed) as archive:
            member = archive.extractfile("package/build/dist/vnu.jar")
            assert member is not None
            _jar().parent.mkdir(parents=True, exist_ok=True)
            half = _jar().with_suffix(f".{os.getpid()}")
            half.write_bytes(member.read())
            half.replace(_jar())


def _jar() -> Path:
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "kyodo" / "validator" / PACKAGE.replace("@", "-") / "vnu.jar"


if __name__ == "__main__":
    try:
        obtain()
    except RuntimeError as error:
        raise SystemExit(str(error)) from None
