"""For every test: no example of a property is timed, the same code is given the same examples, and nothing is
kept in the user's cache.

`HYPOTHESIS_PROFILE=explore` draws new ones: what it finds joins the tests as a row of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

# tests of the cache have one of their own
os.environ["FACTCHECK_NO_CACHE"] = "1"

pytest.register_assert_rewrite("tests.browser", "tests.report.html.parsed")
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """`argname` for a file's bytes: an archive holds the minute it was made, and workers name tests alike."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser, for tests that are marked `browser.NEEDED`."""
    from playwright.sync_api import sync_playwright

    from tests.browser import BROWSER

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER)
        yield browser
        browser.close()
