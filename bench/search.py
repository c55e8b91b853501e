"""Compare our search with the theme's in one run: sizes, times, and the share of tests/search.tsv found.

python -m bench.search [--report FILE]   needs Chromium; prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import importlib.util
import itertools
import json
import os
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from macros import addresses
from macros.web.build import build
from macros.web.progress import Progress
from macros.web.project import LANGUAGES, Job
from tests.browser import FLAGS, chromium, surroundings
from tests.queries import QUERIES, Query
from tests.theme import theme_index

GUIDE = "yamaguchi"
PAGES = (100, 500, 1500)
SECTIONS = 1500
ASKED = ("協働", "ほじょきん", "kyodo", "地域交流センターとは何ですか", "ＮＰＯ", "自治会 交付金", "マイナンバーカード")
ROUNDS = 3
RUN = """async ({ worker, ours, index, all, guide, queries }) => {
  const began = performance.now()
  const one = new Worker(worker)
  let heard
  one.onmessage = (event) => heard(event.data)
  one.onerror = (event) => heard({ type: -1, data: event.message })
  const ask = (type, data) => new Promise((answer) => {
    heard = (message) => { if (message.type !== 0) answer(message) }
    one.postMessage({ type, data })
  })
  const answers = [], times = []
  const indexes = [index, all].filter(Boolean).map((one) => new URL(one, location.href).href)
  const data = ours ? { config: { guide, indexes }, docs: [] }
    : { ...(await (await fetch(index)).json()), options: { suggest: false } }
  await ask(0, data)
  let first
  for (const query of queries) {
    const at = performance.now()
    const { data } = await ask(2, query)
    times.push(performance.now() - at)
    first ??= performance.now() - began
    answers.push(data.items.slice(0, 3).map((group) => group.map((hit) => hit.location)))
    answers[answers.length - 1].count = data.items.length
  }
  one.terminate()
  return { first, times, answers: answers.map((groups) => ({ groups, count: groups.count })) }
}"""


OPEN = """() => new Promise((done) => {
  const began = performance.now()
  const list = document.querySelector("[data-k-hits]")
  const shown = () => requestAnimationFrame(() => done(performance.now() - began))
  new MutationObserver(shown).observe(list, { childList: true })
  document.querySelector("[data-k-search]").click()
  const box = document.querySelector(".md-search__input")
  box.value = "ほじょきん"
  box.dispatchEvent(new Event("input", { bubbles: true }))
})"""


@dataclass(frozen=True)
class Engine:
    """A search worker and where its index of each language is."""

    name: str
    worker: str
    ours: bool


OURS = Engine("ours", "site/assets/javascripts/search.js", ours=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, help="also write the table to this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        lines = list(_compare(Path(name)))
    print("\n".join(lines))
    if options.report:
        options.report.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _compare(folder: Path) -> Iterator[str]:
    site = build(Job(site=folder / "site", work=folder / "work"), Progress()).site
    for language in LANGUAGES:
        whole = theme_index(folder / language, language)
        shutil.copyfile(whole, site / addresses.language_root(language) / "search" / whole.name)
    theme = _theme(folder)
    with _served(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS), env=surroundings())
        page = browser.new_page()
        page.goto(f"{address}site/index.html")
        yield from _shares(page, (OURS, theme))
        yield ""
        yield from _sizes(site)
        yield ""
        yield "| index | engine | pages | sections | MB | first result s | query ms, median (worst) |"
        yield "|---|---|---|---|---|---|---|"
        for label, copies in _copies(site):
            for engine in (OURS, theme):
                yield _timed(page, folder, engine, label, copies)
        yield ""
        yield _panel(browser, address, site)
        browser.close()


def _panel(browser: Browser, address: str, site: Path) -> str:
    """Time the panel itself: from the press that opens it, words already in mind, to the first hit on the screen."""
    copies = next(copies for _, copies in _copies(site))
    body = json.dumps(copies.ours, ensure_ascii=False, separators=(",", ":"))
    times = []
    for _ in range(ROUNDS):
        context = browser.new_context()
        page = context.new_page()
        page.route("**/search/guides/*.json", lambda route: route.fulfill(body=body, content_type="application/json"))
        page.goto(f"{address}site/{GUIDE}/forms/index.html", wait_until="networkidle")
        times.append(page.evaluate(OPEN))
        context.close()
    return f"Panel at {SECTIONS} sections, from opening to the first hit shown: {statistics.median(times) / 1000:.2f} s"


def _theme(folder: Path) -> Engine:
    """Lay the theme's worker and its language packs beside the site."""
    spec = importlib.util.find_spec("material")
    assert spec is not None
    assert spec.submodule_search_locations
    scripts = Path(next(iter(spec.submodule_search_locations))) / "templates" / "assets" / "javascripts"
    shutil.copytree(scripts, folder / "theme")
    worker = next((folder / "theme" / "workers").glob("search.*.min.js"))
    return Engine("theme", worker.relative_to(folder).as_posix(), ours=False)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def _index(engine: Engine, language: str, guide: str) -> str:
    root = "" if language == "ja" else "en/"
    return f"site/{root}search/guides/{guide}.json" if engine.ours else f"site/{root}search/search_index.json"


def _run(page: Page, engine: Engine, index: str, queries: list[str], guide: str = GUIDE, all_guides: str = "") -> Any:
    return page.evaluate(
        RUN,
        {
            "worker": f"/{engine.worker}",
            "ours": engine.ours,
            "index": f"/{index}",
            "all": f"/{all_guides}" if all_guides else "",
            "guide": guide,
            "queries": queries,
        },
    )


def _shares(page: Page, engines: tuple[Engine, ...]) -> Iterator[str]:
    """Count the queries answered, each asked in the guide of its section and with all guides at hand, as on its pages.

    For the theme, which knows no guides, a section anywhere in the first three groups of its one index counts.
    """
    answers: dict[tuple[str, str], Any] = {}
    asked = sorted(QUERIES, key=lambda query: (query.language, query.guide))
    for engine in engines:
        for (language, guide), group in itertools.groupby(asked, lambda query: (query.language, query.guide)):
            queries = list(group)
            light = f"site/{'' if language == 'ja' else 'en/'}search/all.json" if engine.ours else ""
            index = _index(engine, language, guide)
            ran = _run(page, engine, index, [query.words for query in queries], guide, light)
            answers |= {(engine.name, query.key): answer for query, answer in zip(queries, ran["answers"], strict=True)}
    kinds = list(dict.fromkeys(query.kind for query in QUERIES))
    yield "| kind | queries | " + " | ".join(f"{engine.name}" for engine in engines) + " |"
    yield "|---|---|" + "---|" * len(engines)
    for kind in (*kinds, "all"):
        some = [query for query in QUERIES if kind in (query.kind, "all")]
        found = [sum(_found(query, answers[engine.name, query.key]) for query in some) for engine in engines]
        yield f"| {kind} | {len(some)} | " + " | ".join(str(count) for count in found) + " |"


def _found(query: Query, answer: Any) -> bool:
    if not query.expected:
        return bool(answer["count"] == 0)
    shown = {location.removesuffix("#sec_top") for group in answer["groups"] for location in group}
    return any(address in shown for address in query.expected)


def _sizes(site: Path) -> Iterator[str]:
    yield "| index of the real site | bytes | of the theme's |"
    yield "|---|---|---|"
    for root in ("", "en/"):
        theirs = (site / f"{root}search/search_index.json").stat().st_size
        yield f"| theme {root or 'ja/'} | {theirs} | 100 % |"
        for name in (f"search/guides/{GUIDE}.json", "search/all.json"):
            own = (site / root / name).stat().st_size
            yield f"| ours {root or 'ja/'}{name} | {own} | {own / theirs:.0%} |"


@dataclass(frozen=True)
class Copies:
    """The real indexes written out several times, as if there were so many pages."""

    ours: dict[str, Any]
    theme: dict[str, Any]


def _copies(site: Path) -> Iterator[tuple[str, Copies]]:
    ours = json.loads((site / f"search/guides/{GUIDE}.json").read_text(encoding="utf-8"))
    theirs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    yield f"{SECTIONS} sections", _repeated(ours, theirs, SECTIONS / len(ours["sections"]))
    for pages in PAGES:
        yield f"{pages} pages", _repeated(ours, theirs, pages / len(ours["pages"]))


def _repeated(ours: dict[str, Any], theirs: dict[str, Any], times: float) -> Copies:
    pages: list[Any] = []
    sections: list[Any] = []
    docs: list[Any] = []
    wanted = (round(len(ours["sections"]) * times), round(len(ours["pages"]) * times))
    docs_wanted = round(len(theirs["docs"]) * times)
    for copy in range(int(times) + 1):
        start, above = len(pages), len(sections)
        pages += [[f"{copy}/{address}", *rest] for address, *rest in ours["pages"]]
        sections += [
            [page + start, id, title, parent + above if parent >= 0 else -1, names, text]
            for page, id, title, parent, names, text in ours["sections"]
        ]
        docs += [{**doc, "location": f"{copy}/{doc['location']}"} for doc in theirs["docs"]]
    kept = [section for section in sections[: wanted[0]] if section[0] < max(wanted[1], 1)]
    return Copies({**ours, "pages": pages[: wanted[1]], "sections": kept}, {**theirs, "docs": docs[:docs_wanted]})


def _timed(page: Page, folder: Path, engine: Engine, label: str, copies: Copies) -> str:
    whole = copies.ours if engine.ours else copies.theme
    count = len(whole["sections" if engine.ours else "docs"])
    named = whole["pages"] if engine.ours else {doc["location"].split("#")[0] for doc in whole["docs"]}
    target = folder / f"{engine.name}.json"
    # Each as its maker writes it: ours in UTF-8, the theme's with \u escapes.
    target.write_text(json.dumps(whole, ensure_ascii=not engine.ours, separators=(",", ":")), encoding="utf-8")
    runs = [_run(page, engine, target.name, list(ASKED)) for _ in range(ROUNDS)]
    first = statistics.median(run["first"] for run in runs) / 1000
    later = [time for run in runs for time in run["times"][1:]]
    return (
        f"| {label} | {engine.name} | {len(named)} | {count} | {target.stat().st_size / 1e6:.2f} "
        f"| {first:.2f} | {statistics.median(later):.1f} ({max(later):.1f}) |"
    )


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    main()
