"""The page on which a text is pasted, or a file dropped; it works without scripts, and has none."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from string import Template

from factcheck.escape import visible

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
label { display: block; margin: 1rem 0 0.25rem; font-weight: 600; }
textarea, input { font: inherit; width: 100%; box-sizing: border-box; padding: 0.5rem; }
textarea { min-height: 16rem; resize: vertical; }
.row { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.row div { flex: 1 1 12rem; }
button { font: inherit; font-weight: 600; padding: 0.6rem 1.6rem; margin: 1.5rem 0; }
.wrong { border-left: 4px solid #b1221a; padding: 0.25rem 0.75rem; }
small { opacity: 0.8; }
"""
_PAGE = Template(
    """<!DOCTYPE html>
<html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1">
<title>Check a text</title><style>$style</style>
<main><h1>Check a text</h1>
<p>It is held against $claims claims. Nothing of it is kept.</p>
$wrong<form method=post enctype="multipart/form-data">
<label for=text>Paste it</label><textarea id=text name=text>$text</textarea>
<label for=file>Or drop a file here</label><input id=file name=file type=file>
<div class=row><div><label for=date>The day on which it appears</label>
<input id=date name=date type=date value="$date"></div>$token</div>
<button>Check</button></form>
<p><small>Programs ask <code>/api/scan</code>: <a href="openapi.json">openapi.json</a></small></main></html>
"""
)
_TOKEN = """<div><label for=token>Token</label>
<input id=token name=token type=password autocomplete=off required></div>"""


def form(claims: int, tokened: bool, given: Mapping[str, str], wrong: str = "") -> str:
    """The page: over how many claims, whether it asks for a token, what was `given` before, and what was
    `wrong` with that."""
    return _PAGE.substitute(
        style=_STYLE,
        claims=f"{claims:,}",
        wrong=f"<p class=wrong role=alert>{escape(visible(wrong))}</p>\n" if wrong else "",
        text=escape(given.get("text", "")),
        date=escape(given.get("date", "")),
        token=_TOKEN if tokened else "",
    )


def headers() -> dict[str, str]:
    """What keeps the page from loading, running or sending anything else, and others from framing it."""
    digest = base64.b64encode(sha256(_STYLE.encode()).digest()).decode()
    rules = f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; frame-ancestors 'none'"
    return {"content-security-policy": rules, **NO_STORE}


NO_STORE = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
