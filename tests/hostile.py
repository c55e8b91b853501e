"""Texts that would do harm where they are not kept as text, and sites of two towns that hold them in every field."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from macros.web import build as builds
from macros.web.progress import Progress
from tests.site import MINI, job
from tests.spots import Spot, field, write

WITH_A_FORM = {"vocabulary.steps.printed", "readings"}
"""Texts that other files must repeat"""
REPEATED_IN = ("labels.yml", "/reader.yml")
"""Files whose own words must stay: slots that are filled in, words that a list explains"""
SIGNS = "<>&\"'"
"""What steps of the plan are marked with, in turn: one sign each, which no test can mark"""
OTHER = "aoba"
"""A second town with the same files, so that towns are compared"""
CRITERIA = """
scope: {ja: 試験した範囲です。, en: What was tested.}
criteria:
  - number: 1.1.1
    name: {ja: 非テキストコンテンツ, en: Non-text Content}
    level: A
    since: "2.0"
    result: conforms
    method: person
    what: {ja: 絵に説明があります。, en: Pictures are described.}
    date: 2026-11-20
    tests: [tests/test_walk.py]
"""
REFUSED = {
    "plan.actions.schedule",
    "plan.measures.actions.schedule",
    "plan.measures.actions.uncertain.readings",
    "reader.words.word",
    "readings.readings.word",
    "readings.lock.readings.word",
    "readings.lock.readings.reading",
}
"""Fields whose texts must be among known words, or short"""
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    '" onfocus="alert(1)" autofocus="',
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![y](https://example.org/y.png)",
    "<https://example.org/> <a@example.org>",
    "{{ 7*7 }} {% raw %} {# x #} {{ config }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "</title></textarea></style></script><b>",
    "<!-- x --> <![CDATA[x]]> <?php x ?>",
    "&lt;b&gt; &amp; &#60; &#x3c; &nbsp; &copy",
    "*a* _b_ **c** `d` ~~e~~ # f | g | h",
    "x {: onclick=alert(1) .k #sec_top } {style=color:red}",
    '[TOC] --8<-- "x" [^1] [a][b] ***',
    "\\ \\n \\u003cscript\\u003e \\< \\' %s %(x)s ${x} #{x}",
    "=cmd|' /C calc'!A0",
    "</div></section></main><main><h1>",
    "<svg/onload=alert(1)> <math><mi//xlink:href='data:x,y'>",
    "data-k-panel data-indexes='[]' class='k' id='k_drawer'",
    "{town} {count} {0} {} {x!r} {forms}",
    "{方|かた} {協働|きょうどう} {x|y}",
    "<ruby>協働<rt>きょうどう</rt></ruby>",
    "一行目\n二行目 a\nb",
    "𠮷﨑髙葛󠄀㈱①㍻ｷｮｳ (( )) ÅÄÖ",
    "..//../etc/passwd ..%2f %00 ?q=<b>#<i>",
)
BEGINNINGS = (
    *(
        "javascript:alert(1)//",
        "JavaScript:alert(1)//",
        "data:text/html,<b>",
        "vbscript:x",
        "//evil.example/",
        "/etc/x",
    ),
    *("../../x", "https://evil.example/", "mailto:x", "#x", "?x", "=1+1", "+1+1", "-1+1", "@SUM(1)", "＝1+1", "'=1+1"),
    *(
        "{{ x }}",
        "{% x %}",
        "# x",
        "- x",
        "1. x",
        "> x",
        "    x",
        "| x | y",
        "<b>",
        "&lt;",
        "```",
        "---",
        "[TOC]",
        "\\",
    ),
)


def town(folder: Path) -> Path:
    """Copy the make-believe town, a second town like it, and the one shared file it does without."""
    data = Path(shutil.copytree(MINI, folder / "data"))
    other = Path(shutil.copytree(data / "midori", data / OTHER))
    front = (other / "guide.yml").read_text(encoding="utf-8")
    (other / "guide.yml").write_text(front.replace("id: midori", f"id: {OTHER}", 1), encoding="utf-8")
    (data / "accessibility.yml").write_text(CRITERIA, encoding="utf-8")
    return data


def built_with(folder: Path, words: Callable[[Spot, str], str | None], signs: str = SIGNS) -> Path:
    """Build two towns and what they share with *words* in every field of free text."""
    data = town(folder)
    refused = write(data, words)
    assert {field(spot) for spot in refused} <= REFUSED
    vocabulary = (data / "vocabulary.yml").read_text(encoding="utf-8")
    turn = itertools.cycle(signs)
    marked = re.sub(r"(?m)^(.* 'sign': ).*$", lambda found: found[1] + json.dumps(next(turn)), vocabulary)
    assert marked != vocabulary
    (data / "vocabulary.yml").write_text(marked, encoding="utf-8")
    # What is set on paper says which text does not fit: test_paper_any_text.py sees to that.
    without_paper = replace(job(folder, data, KYODO_SITE_URL="https://example.org/town/"), paper=False)
    return builds.build(without_paper, Progress()).site


def build(folder: Path, texts: Sequence[str], several: int = 1) -> tuple[Path, dict[int, tuple[Spot, str]]]:
    """Build two towns with *texts* in their fields, in turn, *several* in each; give what each number stands for."""
    put: dict[int, tuple[Spot, str]] = {}
    places: dict[Spot, str] = {}

    def marked(spot: Spot, own: str) -> str:
        number = len(put)
        text = texts[number % len(texts)]
        if own.endswith(" "):  # only in quotes, which hold one line
            text = text.replace("\n", " ")
        if spot[0] == "labels.yml":  # whose slots are filled in
            text = re.sub(r"\{(\w+)\}", r"{\1 }", text)
        put[number] = (spot, text)
        return f"q{number:05d}k{text}j{number:05d}z"

    def words(spot: Spot, own: str) -> str | None:
        if field(spot) in WITH_A_FORM:
            return None
        if spot not in places:
            count = 1 if spot[0] == "labels.yml" else several  # a thousand words of the interface are one field
            places[spot] = " ".join(marked(spot, own) for _ in range(count))
        return f"{places[spot]} {own}" if spot[0].endswith(REPEATED_IN) else places[spot]

    return built_with(folder, words), put
