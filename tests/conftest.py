"""What several tests share: the make-believe town, and copies of it that may be spoilt."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from macros.guideline.load import load
from macros.guideline.model import Guide, Library
from tests.site import ROOT, built

HERE = Path(__file__).parent
MINI = HERE / "towns" / "mini" / "data"


@pytest.fixture(scope="session")
def mini() -> Library:
    return load(MINI)


@pytest.fixture(scope="session")
def midori(mini: Library) -> Guide:
    return mini.guide("midori")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the make-believe town's data folder."""
    return Path(shutil.copytree(MINI, tmp_path / "data"))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guides, built once for all browser tests of one process."""
    return built(tmp_path_factory.mktemp("real"), ROOT / "data")


@pytest.fixture(autouse=True, scope="session")
def _faces_that_are_always_there(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Print with the face of the wheels, whatever this machine has fetched."""
    os.environ["KYODO_FONTS"] = str(tmp_path_factory.mktemp("faces"))
