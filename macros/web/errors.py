"""What ends a build for another reason than mistakes in the data."""

from __future__ import annotations


class BuildError(Exception):
    """Raised when a build fails for another reason than the data; the old site stays as it is."""


class PagesError(Exception):
    """Raised when MkDocs did not build the pages; says what MkDocs said."""


class WrittenToError(BuildError):
    """Raised where files that a site is made from were written to while it was made."""
