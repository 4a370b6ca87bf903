"""What stands around the views: the headline, the way between them, the filters, the keys."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from factcheck.model import Report
from factcheck.report.html.markup import attribute, text
from factcheck.report.html.words import Words
from factcheck.show.order import SEVERITIES, figures
from factcheck.version import VERSION

FILTERS = ("rule", "severity", "certainty", "claim", "source", "article")
KEYS = (
    ("/", "search"),
    ("j", "next"),
    ("k", "previous"),
    ("Enter", "open"),
    ("Esc", "close"),
    ("?", "help"),
)
HALF = (
    '<svg viewBox="0 0 16 16" aria-hidden=true>'
    '<path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2v10A5 5 0 0 1 8 3Z"/></svg>'
)
"""A disc that is half dark, on the button for light and dark."""
_SAID = ("shown", "copied", "copy", "copy_link", "open_claim", "close", "quote_open", "quote_close")
_GROUPS = ("todos.", "rules.", "severities.", "certainties.")


def body(views: Mapping[str, str], report: Report, found: int, words: Words, above: str = "") -> str:
    """The page's body: views by name, each as HTML, of a report that holds the gravest of the findings that
    were `found`, with what a server puts `above` it."""
    sections = "".join(
        f'<section class=view id={view} aria-labelledby="h-{view}"><h2 id="h-{view}">{words(view)}</h2>'
        f"{made}</section>\n"
        for view, made in views.items()
    )
    tabs = "".join(f'<a href="#{view}">{words(view)}</a>' for view in views)
    return (
        f'<a class=skip href="#main">{words("skip")}</a>\n{above}<header><h1>{headline(report, words)}</h1>'
        f"<p class=sum>{_summed(report, words)}</p>{_cut(report, found, words)}</header>\n"
        f"<div class=bar><nav {_label('title', words)}>{tabs}</nav>{_tools(words)}</div>\n"
        f'<main id=main tabindex="-1">{_form(words)}{sections}</main>\n'
        f"<footer><p>{text(words('made', version=VERSION))}</p></footer>\n{_help(words)}"
        f"<dialog id=card {_label('claim', words)}></dialog><p id=said role=status></p>\n"
    )


def headline(report: Report, words: Words) -> str:
    """`34 figures to look at in 7 articles`."""
    found = len(figures(report.findings))
    where = words.many("in_articles", len(report.articles))
    return f"{words.many('figures', found) if found else words('none')} {where}"


def spoken(words: Words) -> str:
    """The words that the script needs, as JSON that no `</script>` ends."""
    held = {key: words(key) for key in _SAID}
    held |= {key: told for key, told in words.table.items() if key.startswith(_GROUPS)}
    return json.dumps(held, ensure_ascii=True).replace("<", "\\u003c")


def _label(key: str, words: Words) -> str:
    return f'aria-label="{attribute(words(key))}"'


def _summed(report: Report, words: Words) -> str:
    found = Counter(finding.severity for finding in report.findings)
    return " ".join(
        f"<span class={level[:1]}>{words.many(f'counted.{level}', found[level])}</span>"
        for level in SEVERITIES
        if found[level]
    )


def _cut(report: Report, found: int, words: Words) -> str:
    shown = len(report.findings)
    if shown == found:
        return ""
    return f"<p class=cut>{words('cut', all=words.number(found), shown=words.number(shown))}</p>"


def _tools(words: Words) -> str:
    buttons = (("theme", "theme", HALF), ("help", "keys", "?"))
    made = "".join(
        f"<button type=button id={name} {_label(key, words)}>{sign}</button>" for name, key, sign in buttons
    )
    return f"<div class=tools hidden>{made}</div>"


def _form(words: Words) -> str:
    """The filters, hidden until the script fills them in."""
    chosen = "".join(
        f'<label>{words(key)} <select name={key}><option value="">{words("any")}</option></select></label>'
        for key in FILTERS
    )
    return (
        f"<form id=filters role=search autocomplete=off {_label('filters', words)} hidden>"
        f"<label class=q>{words('words')} <input type=search name=q></label>"
        f"<details><summary>{words('filters')}</summary>"
        f"<div>{chosen}</div></details><output></output><button type=reset>{words('clear')}</button></form>"
        f"<p id=nothing hidden>{words('nothing_fits')}</p>\n"
    )


def _help(words: Words) -> str:
    rows = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{words(f'key_{name}')}</dd>" for key, name in KEYS)
    return (
        f'<dialog id=keys aria-labelledby="h-keys"><h2 id="h-keys">{words("keys")}</h2><dl>{rows}</dl>'
        f"<form method=dialog><button>{words('close')}</button></form></dialog>\n"
    )
