"""What takes too long or too much is stopped, what does not is let be."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest

from factcheck.errors import ReadError
from factcheck.read import load
from factcheck.read.limits import MEGABYTE, USUAL, Limits, each_within, within

needs_timers = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers on this system")


def endless() -> None:
    """Compute without end; a minute is the end of a test that would not."""
    while process_time() < begun + 60:
        pass
    raise AssertionError("nothing has stopped it")


begun = process_time()


def swallowing() -> None:
    """Compute on whatever is raised, as a reader does that takes a library's errors for its own."""
    try:
        endless()
    except Exception:
        endless()


def backtracking() -> None:
    re.match(r"(a+)+$", "a" * 60 + "b")


def greedy() -> None:
    held = []
    for _ in range(1000):
        held.append(b"x" * MEGABYTE)
        sum(range(50_000))  # so that it is looked at in between
    raise AssertionError(f"{len(held)} MB are let be")


@needs_timers
@pytest.mark.parametrize(
    ("work", "limits", "told"),
    [
        (endless, Limits(seconds=0), "more than 0 s of computing (--limit-seconds)"),
        (swallowing, Limits(seconds=0), "more than 0 s"),
        (backtracking, Limits(seconds=0), "more than 0 s"),
        (greedy, Limits(memory=100), "more than 100 MB of memory (--limit-memory)"),
    ],
)
def test_what_goes_beyond_is_stopped(
    monkeypatch: pytest.MonkeyPatch, work: Callable[[], None], limits: Limits, told: str
) -> None:
    monkeypatch.setitem(globals(), "begun", process_time())
    with (
        pytest.raises(ReadError, match=re.escape(f"a.md: was not checked: it takes {told}")),
        within(limits, "a.md"),
    ):
        work()
    assert_at_rest()


def assert_at_rest() -> None:
    """No timer runs on, and the signal is nobody's."""
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
    assert signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL


@needs_timers
def test_what_keeps_within_is_let_be() -> None:
    with within(USUAL, "a.md"):
        done = sum(range(1000))
    assert done == 499_500
    assert_at_rest()
    with pytest.raises(ValueError, match="its own"), within(USUAL, "a.md"):
        raise ValueError("its own")
    assert_at_rest()


@needs_timers
def test_a_program_that_uses_the_signal_itself_keeps_it() -> None:
    heard: list[int] = []
    signal.signal(signal.SIGVTALRM, lambda number, _: heard.append(number))
    try:
        with within(Limits(seconds=0), "a.md"):
            signal.raise_signal(signal.SIGVTALRM)
    finally:
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    assert heard == [signal.SIGVTALRM]


def test_off_the_main_thread_nothing_is_looked_at() -> None:
    done: list[int] = []

    def work() -> None:
        with within(Limits(seconds=0), "a.md"):
            done.append(sum(range(1000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [499_500]


def test_each_item_is_made_within_and_none_is_lost() -> None:
    def numbers() -> Iterator[int]:
        yield from (1, 2)
        raise ReadError("a.csv:3: broken")

    found = each_within(USUAL, "a.csv", numbers())
    assert [next(found), next(found)] == [1, 2]
    with pytest.raises(ReadError, match="broken"):
        next(found)
    assert next(found, None) is None


@pytest.mark.parametrize(("size", "fits"), [(MEGABYTE, True), (MEGABYTE + 1, False)])
def test_a_larger_file_is_not_read(tmp_path: Path, size: int, fits: bool) -> None:
    with (tmp_path / "a.md").open("wb") as file:
        file.truncate(size)
    if fits:
        assert len(load(tmp_path / "a.md", Limits(memory=1))) == size
    else:
        with pytest.raises(ReadError, match=r"a\.md: larger than 1 MB \(--limit-memory\)"):
            load(tmp_path / "a.md", Limits(memory=1))
