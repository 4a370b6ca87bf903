"""PDFs made by hand: texts set where they are told to stand, in the fonts that every reader has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

FONTS = ("Helvetica", "Helvetica-Bold", "Courier")
WIDTH, HEIGHT = 600, 800
PITCH = 0.6
"""How wide a letter of Courier is, in its own height."""
TURNS = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0", 45: "0.7 0.7 -0.7 0.7"}


class Set(NamedTuple):
    """A text from `x` on, `y` above the page's foot, in points; turned counterclockwise, in degrees."""

    x: float
    y: float
    text: str
    size: float = 11
    font: str = "Helvetica"
    turn: int = 0


class Leaf(NamedTuple):
    """A page: its texts in the order in which they are drawn, the areas (left, foot, right, head) that lead
    to an address, operators drawn before all, and how it is turned when it is shown, clockwise."""

    texts: Sequence[Set] = ()
    links: Sequence[tuple[tuple[float, float, float, float], str]] = ()
    raw: bytes = b""
    rotate: int = 0


def column(x: float, y: float, lines: Sequence[str], size: float = 11, font: str = "Helvetica") -> list[Set]:
    """Lines below one another."""
    return [Set(x, y - 1.25 * size * number, line, size, font) for number, line in enumerate(lines)]


def pdf(*leaves: Leaf | Sequence[Set], info: Mapping[str, str] | None = None) -> bytes:
    """A document of some pages, with its properties."""
    fonts = b" ".join(
        b"/F%d << /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
        % (number, name.encode())
        for number, name in enumerate(FONTS)
    )
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for leaf in (one if isinstance(one, Leaf) else Leaf(one) for one in leaves):
        objects.append(stream(leaf.raw + b"".join(map(_drawn, leaf.texts))))
        box = b"[0 0 %d %d]" % (WIDTH, HEIGHT)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Rotate %d /Contents %d 0 R /Annots [%s]"
            b" /Resources << /Font << %s >> >> >>"
            % (box, leaf.rotate, len(objects), b" ".join(_link(*link) for link in leaf.links), fonts)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    said = b" ".join(b"/%s (%s)" % (name.encode(), _escaped(text)) for name, text in (info or {}).items())
    return written([*objects, b"<< %s >>" % said], b"/Info %d 0 R" % (len(objects) + 1))


def stream(data: bytes, more: bytes = b"") -> bytes:
    """An object that is a stream."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def written(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of objects, the first of which is its catalog."""
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    said = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + said


def _drawn(one: Set) -> bytes:
    font = FONTS.index(one.font)
    place = b"%s %g %g" % (TURNS[one.turn].encode(), one.x, one.y)
    return b"BT /F%d %g Tf %s Tm (%s) Tj ET\n" % (font, one.size, place, _escaped(one.text))


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _link(area: tuple[float, float, float, float], target: str) -> bytes:
    place = b" ".join(b"%g" % edge for edge in area)
    return b"<< /Type /Annot /Subtype /Link /Rect [%s] /A << /S /URI /URI (%s) >> >>" % (
        place,
        _escaped(target),
    )
