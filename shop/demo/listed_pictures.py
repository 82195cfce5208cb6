"""The demo's own pictures, known by hash: a listed file is pixels only and needs no cleaning.

`images.sha256` is what `sha256sum` writes. The list that counts is the one beside this code, so
that no other folder can vouch for its own pictures.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

NAME: Final = "images.sha256"
_HERE: Final = Path(__file__).parent
# A WebP file is "RIFF", its size, "WEBP", then chunks: a name, a size, and as many bytes.
_HEADER: Final = 12
_CHUNK_HEADER: Final = 8


def listed_hashes() -> frozenset[str]:
    """Return the SHA-256 of every picture that ships with the demo shop."""
    return frozenset(read_list(_HERE).values())


def read_list(folder: Path) -> dict[str, str]:
    """Return the listed hashes by the name of the picture; none where there is no list."""
    path = folder / NAME
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
    parts = (line.split(maxsplit=1) for line in lines)
    return {Path(file).name: sha256 for sha256, file in parts}


def list_pictures(folder: Path, stems: Iterable[str]) -> None:
    """Write the hashes of these pictures into the folder's list; drop files that are gone."""
    known = read_list(folder)
    for stem in stems:
        content = (folder / "images" / f"{stem}.webp").read_bytes()
        known[f"{stem}.webp"] = hashlib.sha256(content).hexdigest()
    there = {path.name for path in (folder / "images").glob("*.webp")}
    lines = [f"{known[name]}  images/{name}\n" for name in sorted(known.keys() & there)]
    (folder / NAME).write_text("".join(lines), encoding="utf-8")


def is_pixels_only(content: bytes) -> bool:
    """Tell whether a WebP file is one lossy frame and nothing else: no metadata, nothing behind."""
    frame = _HEADER + _CHUNK_HEADER
    if content[:4] != b"RIFF" or content[8:16] != b"WEBPVP8 ":
        return False
    whole = int.from_bytes(content[4:8], "little") + _CHUNK_HEADER
    pixels = int.from_bytes(content[16:frame], "little")
    return whole == len(content) == frame + pixels + pixels % 2
