"""The public address of everything: pages of a guide and the sections in them."""

from __future__ import annotations

import posixpath

HUB = ""
ACCESSIBILITY = "accessibility/"
STAFF = "staff/"
COMPARE = "compare/"
COMPARE_CSV = "compare/compare.csv"


def guide_page(guide: str, name: str = "") -> str:
    """Give the address of a page of *guide*, relative to the language's root: yamaguchi/forms/."""
    return f"{guide}/{name}/" if name else f"{guide}/"


def policy_page(guide: str, policy: str) -> str:
    """Give the address of the page of one policy."""
    return guide_page(guide, f"plan/{policy}")


def choose_page(guide: str, *steps: str) -> str:
    """Give the address of a question of the guide's decision helper (its first without *steps*), or of an end."""
    return guide_page(guide, "/".join(("choose", *steps)))


def printed(guide: str, file: str = "") -> str:
    """Give the address of a *file* of what is printed for *guide*, or of their folder, below the site's root."""
    return f"{guide}/print/{file}"


def compare_page(part: str = "") -> str:
    """Give the address of the comparison of all guides, or of one *part* of it: compare/forms/."""
    return f"{COMPARE}{part}/" if part else COMPARE


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
