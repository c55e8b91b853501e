"""Obtain the faces of the lock table once with npm, checked by their fingerprints, into the user's cache."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.paper.faces import package_folder, sha256, table

_LICENCE = "package/LICENSE_FONT"


def fetch(say: Callable[[str], None]) -> bool:
    """Bring every package of the lock table that is not there yet; say what happens; give whether all are there."""
    missing = [name for name in table()["packages"] if not (package_folder(name) / "done").exists()]
    if not missing:
        say(f"書体はそろっています({package_folder(next(iter(table()['packages']))).parent})。")
        return True
    npm = shutil.which("npm")
    if npm is None:
        say("npm がないので、書体を取り寄せられません。紙面には Noto Sans CJK JP を使います。")
        return False
    brought = [_bring(npm, name, say) for name in missing]  # each is tried, whatever became of the others
    return all(brought)


def _bring(npm: str, name: str, say: Callable[[str], None]) -> bool:
    locked = table()["packages"][name]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [npm, "pack", "--silent", f"{name}@{locked['version']}"],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        packed = next(Path(folder).glob("*.tgz"), None)
        if done.returncode or packed is None:
            say(f"{name} {locked['version']} を取り寄せられませんでした。\n{done.stderr.strip()}")
            return False
        if sha256(packed) != locked["sha256"]:
            say(f"{name} {locked['version']} は、決めたものと指紋が違うので使いません。")
            return False
        target = package_folder(name)
        target.mkdir(parents=True, exist_ok=True)
        strange = list(_unpacked(packed, locked["files"], target))
    if strange:
        say(f"{name} の中の {', '.join(strange)} は、決めたものと指紋が違うので使いません。")
        return False
    (target / "done").write_text(f"{name} {locked['version']}\n", encoding="utf-8", newline="\n")
    say(f"{name} {locked['version']} を {target} に置きました。")
    return True


def _unpacked(packed: Path, files: dict[str, str], target: Path) -> Iterator[str]:
    """Write the locked files and the licence of the package flat into *target*; give those that are not as locked."""
    with tarfile.open(packed) as archive:
        for inside in (*files, _LICENCE):
            member = archive.extractfile(inside)
            if member is None:
                yield inside
                continue
            path = target / Path(inside).name
            path.write_bytes(member.read())
            if inside in files and sha256(path) != files[inside]:
                path.unlink()
                yield inside
