"""The public address of everything: pages of a guide and the sections in them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

HUB = ""
ACCESSIBILITY = "accessibility/"
STAFF = "staff/"
COMPARE = "compare/"
COMPARE_CSV = "compare/compare.csv"
DATA = "data/"
API = "api/v1/"

RECORDS: Mapping[str, tuple[str, str]] = {
    "contacts": ("contact", ""),
    "lost": ("about", "lost_"),
    "related": ("about", "related_"),
    "purposes": ("about", "purpose_"),
    "position": ("about", "position_"),
    "goals": ("about", "goal_"),
    "background": ("about", "background_"),
    "definitions": ("definitions", ""),
    "requirements": ("definitions", "requirement_"),
    "ideas": ("definitions", "idea_"),
    "effects": ("definitions", "effect_"),
    "fields": ("definitions", "field_"),
    "cautions": ("definitions", "caution_"),
    "terms": ("terms", ""),
    "methods": ("methods", ""),
    "zones": ("forms", "zone_"),
    "forms": ("forms", ""),
    "roles": ("roles", ""),
    "rules": ("rules", ""),
    "policies": ("plan", ""),
    "strands": ("plan", ""),
    "indicators": ("indicators", ""),
    "surveys": ("indicators", "survey_"),
    "organisations": ("organisations", ""),
    "cycle": ("organisations", "cycle_"),
    "programmes": ("programmes", ""),
    "cases": ("cases", ""),
}
"""The kind of a record: the page on which it has its section, and what its anchor begins with"""


def guide_page(guide: str, name: str = "") -> str:
    """Give the address of a page of *guide*, relative to the language's root: yamaguchi/forms/."""
    return f"{guide}/{name}/" if name else f"{guide}/"


def policy_page(guide: str, policy: str) -> str:
    """Give the address of the page of one policy."""
    return guide_page(guide, f"plan/{policy}")


def kids_page(guide: str, name: str = "") -> str:
    """Give the address of the children's pages of *guide*, or of one of them: a chapter, "quiz", "words"."""
    return guide_page(guide, f"kids/{name}" if name else "kids")


def record(guide: str, kind: str, id: str) -> str:
    """Give the address of the section of a record of *guide*; *kind* is one of RECORDS."""
    page, before = RECORDS[kind]
    return section(guide_page(guide, page), before + id)


def data_file(guide: str, name: str) -> str:
    """Give the address of a file of open data of *guide*, the same for all languages."""
    return f"{guide_page(guide, 'data')}{name}"


def api_guide(guide: str) -> str:
    """Give the address of the JSON of a whole guide."""
    return f"{API}{guide}.json"


def api_schema(name: str) -> str:
    """Give the address of the JSON Schema of one kind of document of the API."""
    return f"{API}schema/{name}.json"


def action_page(guide: str, policy: str, action: str) -> str:
    """Give the address of the page of one action, below that of the policy it is written under."""
    return guide_page(guide, f"plan/{policy}/{action}")


def group_page(guide: str, party: str) -> str:
    """Give the address of the actions for one group: yamaguchi/plan/for/residents/."""
    return guide_page(guide, f"plan/for/{party}")


def report_page(guide: str, year: int) -> str:
    """Give the address of the yearly report on the fiscal *year*: yamaguchi/plan/report/2010/."""
    return guide_page(guide, f"plan/report/{year}")


def choose_page(guide: str, *steps: str) -> str:
    """Give the address of a question of the guide's decision helper (its first without *steps*), or of an end."""
    return guide_page(guide, "/".join(("choose", *steps)))


def printed(guide: str, file: str = "") -> str:
    """Give the address of a *file* of what is printed for *guide*, or of their folder, below the site's root."""
    return f"{guide}/print/{file}"


def compare_page(part: str = "") -> str:
    """Give the address of the comparison of all guides, or of one *part* of it: compare/forms/."""
    return f"{COMPARE}{part}/" if part else COMPARE


def feed(guide: str) -> str:
    """Give the address of the feed of what changed in *guide*."""
    return f"{guide}/changes.xml"


def section(page: str, id: str) -> str:
    """Give the address of the section *id* of a *page*."""
    return f"{page}#{id}"


def relative(origin: str, target: str) -> str:
    """Write the address *target* as seen from the page *origin*, so that a site may live in a subfolder."""
    path, hash_sign, fragment = target.partition("#")
    if path == origin:
        return f"#{fragment}" if fragment else "./"
    walk = posixpath.relpath("/" + path, "/" + origin)
    return f"{walk}{'/' if path.endswith('/') or path == '' else ''}{hash_sign}{fragment}"


def source_path(address: str) -> str:
    """Give the path of the Markdown file that becomes the page at *address*."""
    return f"{address}index.md"


def language_root(language: str) -> str:
    """Give the folder of a *language* below the site's root: nothing for Japanese."""
    return "" if language == "ja" else f"{language}/"
