"""Make up guides of Yamaguchi's size class for benchmarks: its data under other names, each with its own words.

Every town has another name, so that no two have the same sentences where the town is named, readings of its own,
and its own addresses. What a town is called is made up: 見本壱甲町, 見本壱乙町 and so on.
"""

from __future__ import annotations

import re
import shutil
from itertools import product
from pathlib import Path

from macros.web.project import ROOT

MODEL = "yamaguchi"
_SIGNS = {
    "壱": ("いち", "ichi"),
    "弐": ("に", "ni"),
    "参": ("さん", "san"),
    "甲": ("こう", "ko"),
    "乙": ("おつ", "otsu"),
    "丙": ("へい", "hei"),
    "丁": ("てい", "tei"),
    "戊": ("ぼ", "bo"),
    "己": ("き", "ki"),
    "庚": ("かのえ", "kanoe"),
}


def towns(data: Path, count: int) -> Path:
    """Write a data folder at *data* with *count* made-up guides; give it."""
    data.mkdir(parents=True)
    for path in (ROOT / "data").iterdir():
        if path.is_file() and path.name != "redirects.yml":
            shutil.copyfile(path, data / path.name)
    for number, signs in zip(range(count), product(_SIGNS, repeat=3), strict=False):
        _town(data / f"town-{number:03d}", signs)
    return data


def _town(folder: Path, signs: tuple[str, ...]) -> None:
    name = "".join(signs)
    kana = "".join(_SIGNS[sign][0] for sign in signs)
    latin = "".join(_SIGNS[sign][1] for sign in signs).capitalize()
    shutil.copytree(ROOT / "data" / MODEL, folder)
    for path in folder.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        text = text.replace("山口市", f"{name}市").replace("やまぐちし", f"{kana}し").replace("Yamaguchi", latin)
        text = text.replace(f'at: "{MODEL}/', f'at: "{folder.name}/')
        if path.name == "guide.yml":
            text = re.sub(rf"^id: {MODEL}$", f"id: {folder.name}", text, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
