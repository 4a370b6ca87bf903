"""What a file is by its first bytes, where that is not what its name says."""

from __future__ import annotations

from factcheck.errors import ReadError
from factcheck.read.endings import FORMATS, Format, ending

_PACKED: tuple[Format, ...] = ("word", "odt", "sheets")
_SIGNATURES: tuple[tuple[tuple[bytes, ...], tuple[Format, ...], str], ...] = (
    ((b"%PDF-1.", b"%PDF-2."), ("pdf",), "a PDF (name it .pdf)"),
    ((b"{\\rtf",), ("rtf",), "RTF (name it .rtf)"),
    ((b"PK\x03\x04",), _PACKED, "a packed file (name it .docx, .odt or .xlsx, if it is one)"),
    ((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",), _PACKED, "an old or encrypted Office file (save it as .docx)"),
    ((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a"), (), "a picture (give the text)"),
)


def check(path: str, data: bytes) -> None:
    """Raises ReadError for a file that cannot be of the format that its name's ending tells."""
    kind = FORMATS[ending(path)]
    for starts, kinds, what in _SIGNATURES:
        if kind not in kinds and data.startswith(starts):
            raise ReadError(f"{path}: is no {ending(path)}, but {what}")
