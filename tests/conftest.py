"""For every test: no example of a property is timed, and the same code is given the same examples.

`HYPOTHESIS_PROFILE=explore` draws new ones: what it finds joins the tests as a row of its own.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """`argname` for a file's bytes: an archive holds the minute it was made, and workers name tests alike."""
    return argname if isinstance(val, bytes) else None
