"""`factcheck serve`: the page and the API that stay open."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.help import Verb, option
from factcheck.cli.options import certainty_option, claims_option, open_registry, rule_options
from factcheck.cli.output import note
from factcheck.cli.reading import reading_options
from factcheck.cli.reports import language_of_report
from factcheck.cli.settings import config_options, policy_of
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.model import Confidence, Registry
    from factcheck.read.formats import Reading
    from factcheck.serve.work import Crew

_GROUP = "Who may ask"
OPEN = 10_000
"""How many files and connections the server may have open."""
_EPILOG = """
Examples:
  factcheck serve                 on this machine, at http://127.0.0.1:8765
  curl -s -X POST -T a.docx 'http://127.0.0.1:8765/api/scan?name=a.docx'
  factcheck serve --edit --articles articles/
  FACTCHECK_TOKEN=… factcheck serve --host 0.0.0.0 --allow-host facts.example
"""


@click.command("serve", cls=Verb, epilog=_EPILOG)
@claims_option
@certainty_option
@reading_options
@rule_options
@option("--host", default="127.0.0.1", show_default=True, group=_GROUP, setting=False,
        help="The address to listen on; another than this machine's own takes a --token.")  # fmt: skip
@option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, group=_GROUP, setting=False,
        help="The port to listen on; 0 takes one that is free.")  # fmt: skip
@option("--root-path", default="", metavar="PATH", group=_GROUP, setting=False,
        help="Below which path a proxy serves it.")  # fmt: skip
@option("--token", default="", metavar="TEXT", group=_GROUP, setting=False, envvar="FACTCHECK_TOKEN",
        help="What a request must show (`Authorization: Bearer TEXT`), and a browser asks for as a password; "
        "best in FACTCHECK_TOKEN.")  # fmt: skip
@option("--allow-host", multiple=True, metavar="NAME", group=_GROUP, setting=False,
        help="A name by which it may be asked for, too; may be given several times.")  # fmt: skip
@option("--allow-origin", multiple=True, metavar="URL", group=_GROUP, setting=False,
        help="A site whose pages may ask, such as https://cms.example.org; may be given several "
        "times.")  # fmt: skip
@option("--processes", type=click.IntRange(1, 256), default=None, metavar="N", group="How it works",
        setting=False,
        help="How many texts are read at once. [default: as many as there are cores]")  # fmt: skip
@option("--edit", is_flag=True, group="What it shows", setting=False,
        help="Let people answer, on the page, whether a figure is about a claim; what they say is written "
        "into the registry.")  # fmt: skip
@option("--articles", multiple=True, type=click.Path(), metavar="PATH", group="What it shows", setting=False,
        help="Tell on a claim's page where these articles use it; may be given several times.")  # fmt: skip
@language_of_report
@config_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    claims: str | None,
    certainty: Confidence,
    reading: Reading,
    host: str,
    port: int,
    root_path: str,
    token: str,
    allow_host: tuple[str, ...],
    allow_origin: tuple[str, ...],
    processes: int | None,
    edit: bool,
    articles: tuple[str, ...],
    report_language: str,
    **shown: Any,
) -> int:
    """Answer a page or a content management system.

    In a browser, paste a text or drop a file, or look a claim up. `POST /api/scan` takes a text, as JSON or
    as a file's bytes, and returns the JSON report; `/factcheck.js` marks findings in an editor's page;
    `/openapi.json` tells the rest. No text is kept or logged. The registry is read anew when it changes.
    """
    if find_spec("uvicorn") is None or find_spec("starlette") is None:
        raise FactcheckError("serve takes an extra: pip install 'factlint[serve]'")
    _check(host, token, allow_origin)
    from factcheck.run.article import ScanOptions
    from factcheck.run.cores import usable
    from factcheck.serve.answers import Answers
    from factcheck.serve.app import create_app
    from factcheck.serve.current import Current
    from factcheck.serve.guard import LOCAL
    from factcheck.serve.site import Site
    from factcheck.serve.uses import Uses
    from factcheck.serve.work import Crew

    policy = policy_of(ctx, **shown)
    options = ScanOptions(certainty=certainty, reading=reading)

    def load() -> Registry:
        with ctx.scope(cleanup=False):
            return open_registry(claims)

    def hire(registry: Registry) -> Crew:
        return Crew(registry, options, policy, processes or usable())

    site = Site(
        Current.of(load, hire),
        Answers(load) if edit else None,
        Uses(articles, options) if articles else None,
        "" if report_language == "auto" else report_language,
        root_path,
    )
    hosts = LOCAL | {name.lower() for name in allow_host}
    app = create_app(site, hosts=hosts, origins=frozenset(allow_origin), token=token)
    return _serve(app, host, port, root_path)


def _check(host: str, token: str, origins: tuple[str, ...]) -> None:
    from factcheck.serve.guard import LOCAL

    if host not in LOCAL and host != "::1" and not token:
        raise click.UsageError(f"--host {host} is open to others: say --token, too")
    for origin in origins:
        scheme, there, rest = origin.partition("://")
        if scheme not in ("http", "https") or not there or not rest or "/" in rest:
            raise click.UsageError(f"--allow-origin {origin}: write it as https://cms.example.org")


def _make_room() -> None:
    """Let so many connections be open as idle ones may be, where the system counts them."""
    try:
        from resource import RLIM_INFINITY, RLIMIT_NOFILE, getrlimit, setrlimit
    except ImportError:
        return
    soft, hard = getrlimit(RLIMIT_NOFILE)
    if soft != RLIM_INFINITY and soft < OPEN:
        setrlimit(RLIMIT_NOFILE, (OPEN if hard == RLIM_INFINITY else min(OPEN, hard), hard))


def _serve(app: Any, host: str, port: int, root_path: str) -> int:
    """Serve until somebody ends it; the exit code."""
    import socket

    import uvicorn

    _make_room()

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen()
        except OSError as error:
            raise FactcheckError(f"{host}:{port}: cannot listen there: {error.strerror or error}") from None
        name = f"[{host}]" if ":" in host else host
        note(f"http://{name}:{listening.getsockname()[1]}/ (Ctrl-C ends it)")
        config = uvicorn.Config(
            app, access_log=False, log_level="warning", root_path=root_path, server_header=False
        )
        uvicorn.Server(config).run([listening])
    return 0
