"""Measure `factcheck serve` on loopback: as ratios to one request alone, in one run.

    python -m benchmarks.serve [--seconds 20] [--rate 20] [--idle 1000]

The load tool is httpx2 with asyncio, for requests must be sent at their moments, whether the ones before are
answered or not, and each be timed from its moment: so a server that stalls is charged for all who wait, which
tools do not tell that ask again only when they were answered. Takes the extra `serve`, and httpx2 of `test`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import inf
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import httpx2

from benchmarks import corpus

ARTICLES, CLAIMS, LETTERS, ALONE = 40, 1000, 3_000, 100
MOST = 10_000_000


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, int]]:
    """`factcheck serve` over a corpus's registry: its address and its process."""
    registry = str(folder / f"claims-{CLAIMS}.yaml")
    command = [sys.executable, "-m", "factcheck", "serve", "--port", "0", "--claims", registry]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr
        address = process.stderr.readline().partition(" ")[0].rstrip("/")
        try:
            yield address, process.pid
        finally:
            process.terminate()


def texts(folder: Path) -> list[str]:
    """Articles of about 3 kB, made of the corpus's."""
    whole = "\n\n".join(path.read_text("utf-8") for path in sorted((folder / "articles").iterdir()))
    paragraphs, made, held = whole.split("\n\n"), list[str](), ""
    for paragraph in paragraphs:
        held += paragraph + "\n\n"
        if len(held) >= LETTERS:
            made.append(held)
            held = ""
    return made


async def timed(client: httpx2.AsyncClient, text: str, begun: float | None = None) -> float:
    """Milliseconds until a text is answered, from a moment; infinitely many where it is turned away."""
    begun = begun or perf_counter()
    answer = await client.post("/api/scan", json={"text": text, "date": "2025-06-01"})
    if answer.status_code == 503:
        return inf
    answer.raise_for_status()
    return (perf_counter() - begun) * 1000


async def alone(client: httpx2.AsyncClient, given: Sequence[str], count: int = ALONE) -> float:
    """The median of requests one after the other."""
    return median([await timed(client, given[number % len(given)]) for number in range(count)])


async def loaded(client: httpx2.AsyncClient, given: Sequence[str], rate: int, seconds: int) -> list[float]:
    """The times of requests that are sent at a rate, whatever is answered."""
    begun, waiting = perf_counter(), list[asyncio.Task[float]]()
    for number in range(rate * seconds):
        moment = begun + number / rate
        await asyncio.sleep(max(0.0, moment - perf_counter()))
        waiting.append(asyncio.create_task(timed(client, given[number % len(given)], moment)))
    return list(await asyncio.gather(*waiting))


async def idle(address: str, count: int) -> list[asyncio.StreamWriter]:
    """Connections that say nothing."""
    host, _, port = address.removeprefix("http://").partition(":")
    return [(await asyncio.open_connection(host, int(port)))[1] for _ in range(count)]


async def refused(address: str, size: int) -> tuple[str, float]:
    """The status and the milliseconds until a body is refused, of which nothing has been sent yet."""
    host, _, port = address.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    begun = perf_counter()
    writer.write(f"POST /api/scan HTTP/1.1\r\nHost: {host}\r\nContent-Length: {size}\r\n\r\n".encode())
    status = (await reader.readline()).decode("ascii").split(" ")[1]
    took = (perf_counter() - begun) * 1000
    writer.close()
    return status, took


def computed(server: int) -> float:
    """The seconds of processor time that a server and its processes have taken (Linux)."""
    told = (
        Path(f"/proc/{one}/stat").read_text("utf-8").rpartition(")")[2] for one in [server, *workers(server)]
    )
    return sum(sum(map(int, fields.split()[11:13])) for fields in told) / os.sysconf("SC_CLK_TCK")


def workers(server: int) -> list[int]:
    """The processes of a server that read texts (Linux)."""
    found = Path(f"/proc/{server}/task/{server}/children").read_text("utf-8").split()
    return [int(one) for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


async def measured(address: str, server: int, given: Sequence[str], options: argparse.Namespace) -> None:
    """Print a line for each measurement."""
    async with httpx2.AsyncClient(base_url=address, timeout=120) as client:
        await alone(client, given, 20)
        before = computed(server)
        unloaded = await alone(client, given)
        size = sum(map(len, given)) / len(given)
        print(f"one request alone, {size:,.0f} letters, median {unloaded:20.1f} ms        1.00 x")

        took = (computed(server) - before) * 1000 / ALONE
        print(f"processor time of it in the server {took:26.1f} ms {took / unloaded:11.2f} x")

        def row(what: str, told: float) -> None:
            print(f"{what:48} {told:12.1f} ms {told / unloaded:11.2f} x")

        for rate in (options.rate // 2, options.rate):
            times = await loaded(client, given, rate, options.seconds)
            row(f"{rate} requests a second, median", median(times))
            row(f"{rate} requests a second, p95", quantiles(times, n=20)[-1])
        held = await idle(address, options.idle)
        row(f"alone beside {options.idle:,} idle connections, median", await alone(client, given))
        for writer in held:
            writer.close()
        status, took = await refused(address, MOST + 1)
        row(f"a body of {MOST + 1:,} bytes: {status}, after", took)
        killed = workers(server)
        for process in killed:
            os.kill(process, signal.SIGKILL)
        row(f"{len(killed)} workers killed: the next answer after", await timed(client, given[0]))
        row("and the median after that", await alone(client, given))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--rate", type=int, default=20)
    parser.add_argument("--idle", type=int, default=1000)
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, options.idle + 1000), most))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.write(folder, ARTICLES, [CLAIMS], corpus.SEED)
        with served(folder) as (address, server):
            asyncio.run(measured(address, server, texts(folder), options))


if __name__ == "__main__":
    main()
