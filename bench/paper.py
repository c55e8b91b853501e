"""Measure paper: how long all PDFs of all guides take, from nothing and when nothing has changed.

Run as `python -m bench.paper [DATA]`. The faces are those of this machine (kyodo fonts); the time to load the data
and to read the texts is told apart from that of the press.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from macros import paper
from macros.guideline.load import load

EPOCH = 1_790_000_000
SITE = "https://www.example.lg.jp/kyodo/"


def main() -> None:
    """Print a table of times, pages and sizes."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "data"
    started = time.perf_counter()
    library = load(data)
    loaded = time.perf_counter()
    sheets = list(paper.sheets(library, (), EPOCH, SITE))
    written = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        press = paper.Press(EPOCH, Path(folder))
        alone = {}
        for sheet in [one for one in sheets if not one.basis]:
            before = time.perf_counter()
            with tempfile.TemporaryDirectory() as fresh:
                paper.Press(EPOCH, Path(fresh)).print([sheet])
            alone[sheet.guide, sheet.name] = time.perf_counter() - before
        before, used = time.perf_counter(), time.process_time()
        done = press.print(sheets)
        cold, used = time.perf_counter() - before, time.process_time() - used
        before = time.perf_counter()
        press.print(sheets)
        warm = time.perf_counter() - before
    print(f"{'':32}{'秒(単独)':>8}{'ページ':>6}{'KB':>7}")
    for one in done:
        seconds = alone.get((one.sheet.guide, one.sheet.name))
        shown = f"{seconds:10.2f}" if seconds is not None else f"{'':10}"
        print(f"{one.sheet.guide + '/' + one.sheet.name:32}{shown}{one.pages:8}{len(one.pdf) / 1024:9.0f}")
    print(f"データを読む {loaded - started:.2f} 秒、紙面のことばをそろえる {written - loaded:.2f} 秒")
    print(f"{len(done)} 枚の PDF をいっしょに組む {cold:.2f} 秒(CPU {used:.1f} 秒)、変わっていないとき {warm:.3f} 秒")
    print(f"書体: {'、'.join(dict.fromkeys(one.sheet.faces.name for one in done))}")


if __name__ == "__main__":
    main()
