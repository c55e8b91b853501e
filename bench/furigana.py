"""Print how fast furigana is: characters a second on one core, the start, and the ratio to pykakasi in the same run.

.venv/bin/python -m bench.furigana [ガイド]
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from macros.furigana import Furigana
from macros.guideline.load import load

ROOT = Path(__file__).resolve().parents[1]
GOAL_SPEED = 75_000
GOAL_START = 0.5
COPIES = 4
"""The guide's texts are read this often more, each time with another number in each sentence."""


def main() -> int:
    library = load(ROOT / "data")
    largest = max(library.guides, key=lambda guide: len(guide.actions))
    guide = library.guide(sys.argv[1]) if len(sys.argv) > 1 else largest
    engine = Furigana.of(library, guide, cache=None)
    texts = [text.text for text in engine.texts]
    fresh = [f"{number}{text}" for number in range(COPIES) for text in texts]
    characters = sum(map(len, fresh))
    engine.segments("会議を開く", trust=False)

    first = sum(map(len, texts)) / _seconds(lambda: [engine.segments(text, trust=False) for text in texts])
    speed = characters / _seconds(lambda: [engine.segments(text, trust=False) for text in fresh])
    again = characters / _seconds(lambda: [engine.segments(text, trust=False) for text in fresh])

    from pykakasi import Kakasi

    other = Kakasi()  # type: ignore[no-untyped-call]
    other.convert("会議を開く")
    theirs = characters / _seconds(lambda: [other.convert(text) for text in fresh])
    start = min(_start() for _ in range(3))

    print(f"{guide.id}: {characters:,} 文字")
    print(f"初めての文と語      {first:>10,.0f} 文字/秒 (目標 {GOAL_SPEED:,})")
    print(f"初めての文          {speed:>10,.0f} 文字/秒")
    print(f"同じ文をもう一度    {again:>10,.0f} 文字/秒")
    print(f"pykakasi            {theirs:>10,.0f} 文字/秒 (同じ回。初めての文と語で、こちらは {first / theirs:.1f} 倍)")
    print(f"kyodo furigana の起動から1行まで {start:.2f} 秒 (目標 {GOAL_START})")
    return 0 if first >= GOAL_SPEED and start < GOAL_START else 1


def _seconds(work: object) -> float:
    begun = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - begun


def _start() -> float:
    begun = time.perf_counter()
    line = f"今回だけの文 {time.time_ns()} を読む\n"
    subprocess.run(
        [sys.executable, "-m", "macros", "furigana"], cwd=ROOT, input=line, text=True, check=True, capture_output=True
    )
    return time.perf_counter() - begun


if __name__ == "__main__":
    raise SystemExit(main())
