"""Furigana that can be trusted: Japanese text becomes words with readings, by reader and school grade.

    engine = Furigana.of(library, guide)          # guide None: pages that all guides share
    engine.segments(text)                         # ("この", Ruby("計画", "けいかく", …), "は…"), trusted words only
    engine.segments(text, grade=3, split="kanji") # for a book handed to fourth-graders, one ruby a kanji
    engine.doubts(text)                           # words left without ruby: reading, second opinion, file and line
    plain(text)                                   # the text without {方|かた}, for titles, search, JSON and CSV
    printed(text)                                 # ruby only where the source prints a reading, {岩国市《まち》}

The segments' texts and bases join to plain(text) exactly. A reading is trusted when a person wrote it
(readings.yml, a record's own `reading`, {方|かた}) or locked it (readings.lock.yml), or when both engines agree on it
and nobody has locked another. What rules and tables of this room say counts as the first engine's reading.
Sudachi, pykakasi and this room's tables are loaded when the first text that is not in the cache needs them.
"""

from macros.furigana.furigana import Doubt, Furigana
from macros.furigana.notation import plain, printed
from macros.furigana.ruby import Ruby, Segment, Split, joined

__all__ = ["Doubt", "Furigana", "Ruby", "Segment", "Split", "joined", "plain", "printed"]
