"""The page on which a text is pasted, or a file dropped; it works without scripts."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from factcheck.report.html.markup import attribute, text
from factcheck.serve.shell import View, page


def form(claims: int, given: Mapping[str, str], view: View, wrong: str = "", broken: str = "") -> str:
    """The page: over how many claims, what was `given` before and what was `wrong` with that, and what is
    `broken` in the registry."""
    words = view.words
    told = f"<p class=wrong role=alert lang=en>{text(wrong)}</p>" if wrong else ""
    main = (
        f"{alarm(broken, view)}<p>{words.many('served.held_against', claims)}</p>{told}"
        f"<form class=text method=post action={view.address('/')} enctype=multipart/form-data>"
        f"<label for=text>{words('served.paste')}</label>"
        f"<textarea id=text name=text>\n{escape(given.get('text', ''))}</textarea>"
        f"<div class=row><div><label for=file>{words('served.drop')}</label>"
        f"<input id=file name=file type=file></div>"
        f"<div><label for=date>{words('served.day')}</label>"
        f'<input id=date name=date type=date value="{attribute(given.get("date", ""))}"></div></div>'
        f"<button>{words('served.check')}</button></form>"
    )
    return page(words("served.check_text"), main, view, "/")


def refusal(why: str, view: View) -> str:
    """The page that says why something cannot be done."""
    main = f"<p class=wrong role=alert lang=en>{text(why)}</p>"
    return page(view.words("served.wrong"), main, view)


def alarm(broken: str, view: View) -> str:
    """What is wrong with the registry's newest text, where something is."""
    if not broken:
        return ""
    return f"<p class=wrong role=alert>{view.words('served.broken')} <span lang=en>{text(broken)}</span></p>"
