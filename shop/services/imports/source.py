"""The file itself: found, within limits, in a known encoding, read line by line."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

from django.conf import settings

from shop.exceptions import ImportFileError
from shop.services.imports.records import Position

# Bytes of one line. A product's HTML seldom passes 64 kB; a "line" of megabytes is no text file.
MAX_LINE_BYTES: Final = 2 * 1024 * 1024
FALLBACK_ENCODING: Final = "cp1252"
_OTHER_ENCODINGS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to import, and the folders its pictures may be in."""

    path: Path
    images_dirs: tuple[Path, ...] = ()
    encoding: str = "utf-8"


def check_file(path: Path) -> None:
    """Raise ImportFileError unless the path is a readable text file within the size limit."""
    limit: int = settings.SHOP["IMPORT_MAX_BYTES"]
    try:
        if not path.is_file():
            raise ImportFileError(f"There is no file {path}.")
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        raise ImportFileError(f"{path} cannot be read: {error.strerror}.") from error
    if size == 0:
        raise ImportFileError(f"{path.name} is empty.")
    if size > limit:
        raise ImportFileError(
            f"{path.name} has {size / 2**20:.0f} MB; {limit / 2**20:.0f} MB are allowed. "
            "Split it into several files."
        )
    if head.startswith(_OTHER_ENCODINGS):
        raise ImportFileError(f"{path.name} is in UTF-16: save it as UTF-8 and try again.")
    if b"\0" in head:
        raise ImportFileError(f"{path.name} is not a text file.")


class LineReader:
    """Lines of text from a byte offset on; knows how many bytes and lines it has handed out."""

    def __init__(self, source: Source, start: Position) -> None:
        self._source = source
        self._file: BinaryIO = source.path.open("rb")
        self._file.seek(start.offset)
        self.offset = start.offset
        self.line = start.line

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        raw = self._file.readline(MAX_LINE_BYTES + 1)
        if not raw:
            raise StopIteration
        if len(raw) > MAX_LINE_BYTES:
            raise ImportFileError(
                f"Line {self.line + 1} of {self._source.path.name} is longer than "
                f"{MAX_LINE_BYTES // 2**20} MB: this is not a text file with one record after "
                "another."
            )
        if self.offset == 0 and raw.startswith(codecs.BOM_UTF8):
            text = raw[len(codecs.BOM_UTF8) :]
        else:
            text = raw
        self.offset += len(raw)
        self.line += 1
        # Bytes without a meaning exist in the fallback only: five of 256.
        errors = "strict" if self._source.encoding == "utf-8" else "replace"
        return text.decode(self._source.encoding, errors)

    @property
    def position(self) -> Position:
        """Where the next line begins."""
        return Position(offset=self.offset, line=self.line)


def detect_encoding(path: Path) -> str:
    """Return "utf-8", or Windows-1252 when some byte of the file cannot be UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return FALLBACK_ENCODING
    return "utf-8"
