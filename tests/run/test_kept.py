"""What is kept of articles: found by all that it depends on, and never in place of what a scan would find."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cache import Cache
from factcheck.model import Article
from factcheck.registry.load import parse_registry
from factcheck.report import concise, jsonl
from factcheck.report.json import to_json
from factcheck.run import kept, timing
from factcheck.run.article import Checkup, ScanOptions, Tools
from factcheck.run.checkups import Batches, Done, checkups
from factcheck.run.kept import NAME
from factcheck.run.scan import Scan, scan
from factcheck.run.stream import Stream
from factcheck.run.told import Style
from factcheck.show.selection import Policy
from tests.newsroom import DAY, write

ROOT = Path(__file__).parent.parent.parent
MANY = 12
"""More files than are scanned anew as fast as they are looked up."""
PATIENCE = 120
SENTENCES = (
    "There are 48 trams in service.",
    "There are 47 trams in service, said the operator.",
    "Some 52 trams were in service.",
    "The 17,400 bridges over the Ulm, according to the county, were closed.",
    "The county counts 17,400 of them.",
    "The Ulm festival drew 31,250 visitors.",
    "The line to Ulm opened on 4 May 2024.",
    "The harbour opened in May 2024.",
    "Rosa Lind heads the tram operator.",
    "It closed 12 roads: 7 in the north and 4 in the south.",
    "Nothing else was said.",
    "<!-- factcheck: ignore[divergence, discrepancy] its own count -->\n\nIt has 53 trams in service.",
    "<!-- factcheck: ignore[unsourced] until=2020-01-01 gone -->\n\nIt rained.",
    "<!-- factcheck: ignore[outdated, claim=visitors] nothing here -->\n\nIt rained.",
    "The mayor of Ulmstead, Marta Lindqvist, opened them.",
    "Marta Lindquist, the mayor of Ulmstead, was there.",
    "“We count them”, mayor Lindqist said.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=5).map("\n\n".join)
FIGURES = st.sampled_from(("48", "52", "17400", "31250", "18000"))
DAYS = st.sampled_from(("2024-05-04", "2024-05-17", "2023-05-04"))
NAMES = st.sampled_from(("Rosa Lind", "Ana Ruiz"))


def registry_of(trams: str, bridges: str, visitors: str, opened: str, head: str, more: int) -> str:
    """A registry whose values are these, with so many claims beside them."""
    others = "".join(f"  o{n}: {{title: Lamps in street {n} of Ulm, values: [{{value: {n + 200}}}]}}\n"
                     for n in range(more))  # fmt: skip
    return f"""claims:
  trams: {{title: Trams in service, values: [{{value: {trams}, source: the operator}}]}}
  bridges: {{title: Bridges over the Ulm, values: [{{value: {bridges}, source: the county}}]}}
  visitors: {{title: Visitors of the Ulm festival, values: [{{value: {visitors}, as_of: 2024-03}}]}}
  opened: {{kind: date, title: Opening of the line to Ulm, values: [{{value: {opened}}}]}}
  head: {{kind: name, title: Head of the tram operator, values: [{{value: {head}}}]}}
{others}"""


REGISTRIES = st.builds(registry_of, FIGURES, FIGURES, FIGURES, DAYS, NAMES, st.sampled_from((0, 60)))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


POLICIES = st.builds(
    Policy,
    select=st.sampled_from(((), ("divergence", "discrepancy"))),
    severity=st.sampled_from(({}, {"unsourced": "off", "divergence": "error"})),
    require_reason=st.booleans(),
)


def streamed(home: Path, registry: str, cache: Cache, policy: Policy, styles: str) -> tuple[str, ...]:
    """What a scan writes as it goes on, its last line, and what it lists as unchecked."""
    known = parse_registry(registry, "claims.yaml")
    found = Stream(
        Scan([str(home / "news")], known, ScanOptions(cache=cache)), policy, listing=styles == "listed"
    )
    style = Style(jsonl.lines, "jsonl") if styles == "jsonl" else Style(concise.lines, "concise")
    text = "".join(line for lines in found.written(style) for line in lines)
    return text, concise.closing(found.totals, 1), repr(found.left_out), repr(found.totals)


@settings(max_examples=25)
@given(
    steps=st.lists(st.tuples(st.integers(0, MANY - 1), TEXTS, REGISTRIES), min_size=1, max_size=3),
    dated=st.booleans(),
    policy=POLICIES,
    styles=st.sampled_from(("jsonl", "concise", "listed")),
)
def test_whatever_is_edited_what_was_told_is_told_again(
    home: Path, steps: list[tuple[int, str, str]], dated: bool, policy: Policy, styles: str
) -> None:
    cache, head = Cache(home / "cache"), f"---\ndate: {DAY}\n---\n" * dated
    write(home / "news", {f"{number}.md": head + SENTENCES[-number - 1] for number in range(MANY)})
    for number, text, registry in steps:
        write(home / "news", {f"{number}.md": head + text})
        cold = streamed(home, registry, Cache(), policy, styles)
        assert streamed(home, registry, cache, policy, styles) == cold
        assert streamed(home, f"# moved\n{registry}", cache, policy, styles) == cold


def reported(home: Path, registry: str, cache: Cache, **asked: object) -> str:
    options = ScanOptions(date=DAY, cache=cache)
    known = parse_registry(registry, "claims.yaml")
    return to_json(scan([str(home / "news")], known, replace(options, **asked)))  # type: ignore[arg-type]


@given(
    steps=st.lists(st.tuples(st.integers(0, MANY - 1), TEXTS, REGISTRIES), min_size=1, max_size=4),
    certainty=st.sampled_from(("even", "bold")),
)
def test_whatever_is_edited_a_kept_scan_is_a_cold_one(
    home: Path, steps: list[tuple[int, str, str]], certainty: str
) -> None:
    cache = Cache(home / "cache")
    write(home / "news", {f"{number}.md": SENTENCES[number % len(SENTENCES)] for number in range(MANY)})
    for number, text, registry in steps:
        write(home / "news", {f"{number}.md": text})
        found = reported(home, registry, cache, certainty=certainty)
        assert found == reported(home, registry, Cache(), certainty=certainty)


def counted(home: Path, registry: str, cache: Cache, monkeypatch: pytest.MonkeyPatch, **asked: object) -> int:
    """How many articles a scan checks anew."""
    checked: list[str] = []
    check = Tools.check

    def counting(tools: Tools, article: Article) -> Checkup:
        checked.append(article.path)
        return check(tools, article)

    with monkeypatch.context() as patch:
        patch.setattr(Tools, "check", counting)
        reported(home, registry, cache, **asked)
    return len(checked)


FIRST = registry_of("48", "17400", "31250", "2024-05-04", "Rosa Lind", 0)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Articles that have been scanned, two of them about trams."""
    texts = {f"{number}.md": f"It rained on {number} days." for number in range(MANY)}
    write(tmp_path / "news", texts | {"0.md": SENTENCES[0], "1.md": SENTENCES[1]})
    reported(tmp_path, FIRST, Cache(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize(
    ("registry", "asked", "anew"),
    [
        (FIRST, {}, 0),
        (FIRST, {"jobs": 2}, 0),
        (FIRST.replace("48", "52"), {}, 2),
        (FIRST.replace("17400", "18000"), {}, 0),
        (FIRST.replace("17400", "48"), {}, 0),
        (FIRST.replace("Trams in service", "Trams that run"), {}, MANY),
        (FIRST, {"certainty": "bold"}, MANY),
        (FIRST, {"date": "2025-06-02"}, MANY),
        (FIRST, {"near": ("trams",)}, MANY),
    ],
)
def test_only_what_may_have_changed_is_checked_anew(
    news: Path, monkeypatch: pytest.MonkeyPatch, registry: str, asked: dict[str, object], anew: int
) -> None:
    assert counted(news, registry, Cache(news / "cache"), monkeypatch, **asked) == anew


def test_an_article_without_a_date_is_judged_anew_tomorrow(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (news / "news" / "0.md").write_text(f"---\ndate: 2024-01-02\n---\n{SENTENCES[0]}", "utf-8")
    cache = Cache(news / "cache")
    assert counted(news, FIRST, cache, monkeypatch, date=None) == MANY
    monkeypatch.setattr(timing, "date", type("Clock", (), {"today": lambda: date(2099, 1, 1)}))
    assert counted(news, FIRST, cache, monkeypatch, date=None) == MANY - 1


def test_what_cannot_be_read_is_tried_again(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (news / "news" / "3.md").write_bytes(b"\xff\xfe\x00")
    cache = Cache(news / "cache")
    assert reported(news, FIRST, cache) == reported(news, FIRST, cache)
    (news / "news" / "3.md").write_text("It rained on 3 days.", "utf-8")
    assert counted(news, FIRST, cache, monkeypatch) == 0


@pytest.mark.parametrize("damage", ["nothing", "cut", "noise", "a row", "another table"])
def test_a_damaged_one_is_thrown_away_with_a_word(news: Path, damage: str) -> None:
    path, told = news / "cache" / NAME, list[str]()
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    elif damage == "noise":
        path.write_bytes(b"SQLite is not what this is" * 500)
    elif damage == "a row":
        execute(path, "update file set body = substr(body, 1, 40)")
    elif damage == "another table":
        execute(path, "update registry set claims = x'00'; update file set used = 0")
    found = reported(news, FIRST.replace("48", "52"), Cache(news / "cache", told.append))
    assert found == reported(news, FIRST.replace("48", "52"), Cache())
    assert len(told) == (damage != "nothing")
    assert all("thrown away" in line for line in told)


def execute(path: Path, script: str) -> None:
    base = sqlite3.connect(path)
    base.executescript(script)
    base.close()


def test_it_is_bounded(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(news / "cache")
    with monkeypatch.context() as patch:
        patch.setattr(kept, "MOST_BYTES", 1)
        reported(news, FIRST, cache)
    assert counted(news, FIRST, cache, monkeypatch) == MANY // 2


def test_registries_that_nothing_is_kept_of_are_forgotten(news: Path) -> None:
    for number in range(40):
        reported(news, FIRST.replace("17400", str(17000 + number)), Cache(news / "cache"))
    base = sqlite3.connect(news / "cache" / NAME)
    (left,) = base.execute("select count(*) from registry").fetchone()
    base.close()
    assert left <= kept.RECENT + 2


def test_what_is_done_out_of_turn_is_kept(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan that ends before the first batch is there has the last one."""
    last: list[str] = []

    def engine(batches: Batches, tools: Tools, done: Done) -> NoReturn:
        *_, batch = batches
        last.extend(batch)
        done(batch, [list(checkups([path], tools)) for path in batch])
        raise KeyboardInterrupt

    cache = Cache(news / "other")
    options = ScanOptions(date=DAY, cache=cache)
    with pytest.raises(KeyboardInterrupt):
        scan([str(news / "news")], parse_registry(FIRST, "claims.yaml"), options, engine=engine)
    assert 0 < len(last) < MANY
    assert counted(news, FIRST, cache, monkeypatch) == MANY - len(last)


def test_standard_input_is_never_kept(tmp_path: Path) -> None:
    paths = write(tmp_path / "news", {f"{number}.md": SENTENCES[0] for number in range(MANY)})
    options = ScanOptions(date=DAY, cache=Cache(tmp_path / "cache"))
    scan([*paths, "-"], parse_registry(FIRST, "claims.yaml"), options, stdin=b"A secret.")
    assert not (tmp_path / "cache" / NAME).exists()


def test_nobody_else_can_look_into_it(news: Path) -> None:
    assert (news / "cache").stat().st_mode & 0o777 == 0o700


def test_a_scan_that_is_killed_goes_on_where_it_was(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = {
        f"{number}.md": f"It rained on {number} days. {SENTENCES[number % len(SENTENCES)]}"
        for number in range(200)
    }
    write(news / "news", many)
    program = "from tests.run.test_kept import scan_slowly; scan_slowly()"
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=news, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    try:
        latest = time.monotonic() + PATIENCE
        while not (news / "told").exists():
            assert time.monotonic() < latest, "it never came to that"
            time.sleep(0.02)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    done = len((news / "told").read_text("utf-8").split())
    cache = Cache(news / "cache", tell=pytest.fail)
    assert counted(news, FIRST, cache, monkeypatch) <= len(many) - done
    assert reported(news, FIRST, cache) == reported(news, FIRST, Cache())


def scan_slowly() -> None:
    """Scan, and wait for ever when the findings of half of the articles were told."""

    def progress(done: int, total: int) -> None:
        if done == total // 2:
            Path("told").write_text("x " * done, "utf-8")
            time.sleep(PATIENCE)

    options = ScanOptions(date=DAY, cache=Cache(Path.cwd() / "cache"))
    scan([str(Path.cwd() / "news")], parse_registry(FIRST, "claims.yaml"), options, progress=progress)


def test_what_nobody_asks_for_is_forgotten_in_time(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a registry that is no more: what the scans of the one that there is use stays."""
    cache, path = Cache(news / "cache"), news / "cache" / NAME
    reported(news, FIRST.replace("Trams in service", "Trams that run"), cache)
    assert count(path) == 2 * MANY
    for days, left in ((kept.AGE, 2 * MANY), (kept.AGE + 1, MANY)):
        later = date.today() + timedelta(days)
        monkeypatch.setattr(timing, "date", type("Clock", (), {"today": lambda later=later: later}))
        reported(news, FIRST, cache)
        assert count(path) == left


def count(path: Path) -> int:
    """How many files something is kept of."""
    base = sqlite3.connect(path)
    (found,) = base.execute("select count(*) from file").fetchone()
    base.close()
    return int(found)
