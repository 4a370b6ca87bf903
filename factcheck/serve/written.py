"""The page that says what an answer has changed, where no script shows it in its place."""

from __future__ import annotations

from factcheck.report.html.markup import attribute, text
from factcheck.serve.answers import Written
from factcheck.serve.shell import View, page


def written_page(written: Written, view: View) -> str:
    """What was written, and the way back."""
    words = view.words
    lines = "".join(f"<li><code>{text(line)}</code></li>" for line in written.told.splitlines())
    back = (
        f"<form method=post action={view.address('/answers/undo')}>"
        f'<input type=hidden name=key value="{attribute(view.key)}">'
        f"<input type=hidden name=number value={written.number}>"
        f"<button>{words('served.undo')}</button></form>"
    )
    main = f"<ul>{lines}</ul>" if lines else f"<p>{words('served.nothing_new')}</p>"
    return page(words("served.written"), main + (back if written.number else ""), view)
