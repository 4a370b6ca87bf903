"""Files packed into one (ZIP): opened with a bound on what they unpack to."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from zipfile import BadZipFile, ZipFile, ZipInfo

from factcheck.errors import ReadError

MEMBERS = 10_000
"""How many files a document may hold."""
BYTES = 64 << 20
"""How many bytes a file in it may unpack to."""
_ENCRYPTED = 0x1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


@dataclass(frozen=True)
class Packed:
    """The files of a document by name; each is unpacked when it is asked for. `kind` is what the document
    should be saved as (`.docx`), for messages."""

    path: str
    data: bytes
    kind: str

    def read(self, name: str) -> bytes | None:
        """A file of the document, None where it has none of that name. Raises ReadError for a damaged, an
        encrypted and an oversized one."""
        info = self.names.get(name)
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise ReadError(f"{self.path}: is encrypted (save it without a password)")
        if info.file_size > BYTES:
            raise self._too_large(name)
        try:
            with self._archive.open(info) as member:
                found = member.read(BYTES + 1)
        except _BROKEN as error:
            raise ReadError(f"{self.path}: {name} in it is damaged: {error} (save it anew)") from None
        if len(found) > BYTES:
            raise self._too_large(name)
        return found

    @cached_property
    def names(self) -> Mapping[str, ZipInfo]:
        """What the document holds, by name. Raises ReadError for what is no such document."""
        infos = self._archive.infolist()
        if len(infos) > MEMBERS:
            raise ReadError(
                f"{self.path}: holds {len(infos):,} files, more than the {MEMBERS:,} that are read"
            )
        return {info.filename: info for info in infos}

    @cached_property
    def _archive(self) -> ZipFile:
        if self.data.startswith(_OLE):
            mend = f"save it without a password, as {self.kind}"
            raise ReadError(f"{self.path}: is encrypted, or of an older kind than {self.kind} ({mend})")
        try:
            return ZipFile(io.BytesIO(self.data))
        except _BROKEN as error:
            raise ReadError(f"{self.path}: no {self.kind}, or damaged: {error} (save it anew)") from None

    def _too_large(self, name: str) -> ReadError:
        return ReadError(f"{self.path}: {name} in it unpacks to over {BYTES >> 20} MB, which is not read")
