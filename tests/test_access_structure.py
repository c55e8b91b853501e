"""What can be read from the finished pages: valid HTML, headings, landmarks, titles, language, nothing that moves."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.access import JAPANESE
from tests.validator import mistakes

LATIN = re.compile("[A-Za-z]{3}")
Trees = dict[str, LexborHTMLParser]
MOVING = "audio, video, iframe, object, embed, marquee, blink, canvas, applet, animate, animateTransform"


@pytest.fixture(scope="module", name="trees")
def fixture_trees(real_site: Path) -> Trees:
    found = {}
    for file in sorted(real_site.rglob("*.html")):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        if tree.css_first("meta[http-equiv=refresh]") is None:  # a moved page leads on at once
            found[file.relative_to(real_site).as_posix()] = tree
    return found


def test_the_validator_finds_nothing_on_any_page(real_site: Path) -> None:
    assert mistakes(real_site) == []


def test_headings_and_landmarks_make_an_outline(trees: Trees) -> None:
    faults = []
    for path, tree in trees.items():
        levels = [int(one.tag[1]) for one in tree.css("h1, h2, h3, h4, h5, h6")]
        if levels.count(1) != 1:
            faults.append(f"{path}: {levels.count(1)} h1")
        faults += [f"{path}: h{one} then h{two}" for one, two in pairwise(levels) if two > one + 1]
        marks = Counter(one.tag for one in tree.css("header.md-header, main, footer.k-footer"))
        if marks != {"header": 1, "main": 1, "footer": 1}:
            faults.append(f"{path}: landmarks {dict(marks)}")
        names = [one.attributes.get("aria-label") or one.attributes.get("aria-labelledby") for one in tree.css("nav")]
        if None in names or len(set(names)) != len(names):
            faults.append(f"{path}: nav {names}")

    assert faults == []


def test_every_page_leads_past_its_header(trees: Trees) -> None:
    faults = []
    for path, tree in trees.items():
        first = tree.css_first("body a[href], body button, body input:not(.md-toggle), body [tabindex]")
        if first is None or first.attributes.get("href") != "#k_main" or tree.css_first("main #k_main h1") is None:
            faults.append(path)

    assert faults == []


def test_every_page_has_a_title_of_its_own(trees: Trees) -> None:
    titles = Counter((tree.css_first("title").text(), path.startswith("en/")) for path, tree in trees.items())

    assert [title for title, often in titles.items() if often > 1] == []
    assert all(title.strip() for title, _ in titles)


def test_language_is_said_of_every_page_and_part(trees: Trees) -> None:
    faults = []
    for path, tree in trees.items():
        language = "en" if path.startswith("en/") else "ja"
        if tree.css_first("html").attributes.get("lang") != language:
            faults.append(f"{path}: html is not {language}")
        if language == "en":
            faults += [f"{path}: {words}" for words in _unmarked(tree)]

    assert faults == []


def test_the_menu_stands_in_the_same_order_everywhere(trees: Trees) -> None:
    orders: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for path, tree in trees.items():
        links = tree.css("nav.k-nav > ul:first-of-type > li > a")
        if links:
            parts = path.split("/")
            guide = tuple(parts[:2] if parts[0] == "en" else parts[:1])
            orders.setdefault(guide, set()).add(tuple(one.text().strip() for one in links))

    assert orders
    assert {guide: len(found) for guide, found in orders.items() if len(found) > 1} == {}


def test_nothing_sounds_or_moves(trees: Trees, real_site: Path) -> None:
    assert [path for path, tree in trees.items() if tree.css_first(MOVING)] == []
    sheets = [file.read_text(encoding="utf-8") for file in real_site.rglob("assets/stylesheets/kyodo*.css")]
    assert not [sheet for sheet in sheets if "animation" in sheet]


def _unmarked(tree: LexborHTMLParser) -> list[str]:
    """Give the Japanese texts and names of a page that do not say they are Japanese."""
    found = []
    for node in tree.root.traverse(include_text=True) if tree.root else ():
        if node.tag == "-text":
            words, place = node.text(), node.parent
        else:
            told = ("aria-label", "alt", "title", "placeholder", "content")
            words, place = " ".join(node.attributes.get(name) or "" for name in told), node
        if node.tag != "-text" and LATIN.search(words):
            continue  # an attribute cannot say that one word in it is Japanese
        if JAPANESE.search(words) and not _says_japanese(place):
            found.append(words.strip()[:60])
    return found


def _says_japanese(node: LexborNode | None) -> bool:
    while node is not None:
        if node.tag in ("script", "style", "template"):
            return True
        if language := node.attributes.get("lang"):
            return language == "ja"
        node = node.parent
    return False
