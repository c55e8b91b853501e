"""Whether pages are for everyone: on desks and phones, light and dark, axe finds nothing and nothing is too wide."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.axe import violations
from tests.live import visiting

Scheme = Literal["light", "dark"]
_BODY = {"light": "default", "dark": "slate"}

_BY_NIGHT = pytest.mark.nightly
looks = pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (320, "dark"),
        pytest.param(1280, "light", marks=_BY_NIGHT),
        pytest.param(1280, "dark", marks=_BY_NIGHT),
        pytest.param(320, "light", marks=_BY_NIGHT),
    ],
)
"""Marks a test that looks at pages in each of these ways, one of them by day: tests/test_access.py has every kind"""


def hindrances(browser: Browser, address: str, paths: Iterable[str], width: int, scheme: Scheme) -> list[str]:
    """Give what hinders someone on the pages at *paths*, at rest, *width* wide and in a *scheme*."""
    found = []
    size = {"width": width, "height": 900}
    with visiting(browser, address, viewport=size, color_scheme=scheme, reduced_motion="reduce") as page:
        for path in paths:
            page.goto(path)
            found += [f"{path} {one}" for one in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append(f"{path} is wider than {width}")
            if page.locator("body").get_attribute("data-md-color-scheme") != _BODY[scheme]:
                found.append(f"{path} is not {scheme}")
    return found
