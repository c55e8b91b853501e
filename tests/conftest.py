"""What several tests share: the make-believe town, copies of it that may be spoilt, finished sites, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page

from macros.guideline.model import Guide, Library
from macros.samples.answers import settled
from macros.samples.start import start
from tests.access import Opens, opening
from tests.izayoi import GIVEN, TODAY
from tests.live import browsing, served, visiting
from tests.site import MINI, ROOT, built, library

LONGEST = ("test_access.py", "test_never_broken.py", "test_units.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no process waits for another in the end."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session")
def mini() -> Library:
    return library(MINI)


@pytest.fixture(scope="session")
def midori(mini: Library) -> Guide:
    return mini.guide("midori")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the make-believe town's data folder."""
    return Path(shutil.copytree(MINI, tmp_path / "data"))


@pytest.fixture
def begun(town: Path) -> Path:
    """The make-believe town's data folder with a second guide, just started."""
    start(town, "izayoi", settled(GIVEN), TODAY)
    return town


@pytest.fixture(scope="session")
def real() -> Library:
    """The real guides."""
    return library(ROOT / "data")


@pytest.fixture(autouse=True, scope="session")
def _one_day() -> None:
    """Give all builds one date, whatever is committed meanwhile."""
    os.environ["SOURCE_DATE_EPOCH"] = "1790000000"


@pytest.fixture(autouse=True, scope="session")
def _faces_that_are_always_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Print with the face of the wheels, whatever this machine has fetched."""
    os.environ["KYODO_FONTS"] = str(tmp_path_factory.mktemp("faces"))


# ---- Sites, built once for all processes of a test run; nobody writes into them


@pytest.fixture(scope="session")
def mini_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The make-believe town's site."""
    return _once(tmp_path_factory, "mini", MINI)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guides' site."""
    return _once(tmp_path_factory, "real", ROOT / "data")


def _once(factory: pytest.TempPathFactory, name: str, data: Path) -> Path:
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with FileLock(folder.with_suffix(".lock")):
        site = folder / "site"
        return site if site.exists() else built(folder, data)  # a site appears when it is finished


# ---- A browser, and visitors to the real site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def open_at(browser: Browser, address: str) -> Iterator[Opens]:
    """Opens pages of the real site, for tests that look and choose nothing."""
    with opening(browser, address) as open_at:
        yield open_at


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Page]:
    """A visitor at a desk."""
    with visiting(browser, address) as page:
        yield page


@pytest.fixture
def searching(address: str) -> Iterator[Page]:
    """A visitor at a desk who lets the browser look for words: only a whole one does."""
    with browsing(whole=True) as browser, visiting(browser, address) as page:
        yield page


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[Page]:
    """A visitor without JavaScript."""
    with visiting(browser, address, java_script_enabled=False) as page:
        yield page
