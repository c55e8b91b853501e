"""Ask axe-core what on a page shuts someone out: WCAG 2.2 A and AA and best practice, no rule and no node left out."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
TRIED = ("label-content-name-mismatch", "css-orientation-lock", "td-has-header", "table-fake-caption")
"""Rules that axe still calls experimental, for criteria that it has no other rule for"""

_REST = """() => Promise.all([
  document.fonts.ready,
  ...document.getAnimations().map(one => one.finished.catch(() => null)),
]).then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))"""
_RUN = """([tags, tried]) => axe.run(document, {
  runOnly: { type: "tag", values: tags },
  rules: Object.fromEntries(tried.map(rule => [rule, { enabled: true }])),
  resultTypes: ["violations"],
}).then(
  found => found.violations.flatMap(rule => rule.nodes.map(node => {
    const reasons = node.any.concat(node.all, node.none).map(one => one.message).join(" ")
    return `${rule.id}: ${node.target.join(" ")}: ${reasons.slice(0, 200)}`
  })))"""


def violations(page: Page) -> list[str]:
    """Give each violation on *page* as it stands, as rule, place and reason."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    page.evaluate(_REST)
    found: list[str] = page.evaluate(_RUN, [TAGS, TRIED])
    return found


@cache
def _source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
