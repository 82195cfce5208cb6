"""The marks that every drawing is made of: each function returns SVG markup for one shape.

Shapes are strings, so that a part of a drawing is simply the shapes that it is joined from. Paths
are written in the SVG path language, in the 1000 by 1000 units of a drawing.
"""

import zlib
from collections.abc import Iterable

INK = "#27343B"
"""The darkest neutral: cords, buckles and other small dark things."""

Overlay = tuple[str, str] | str
"""Something laid over a surface: a fill and a path, or shapes that are drawn already."""


def _attributes(names: dict[str, str | float]) -> str:
    """Write attributes whose names have underscores for hyphens."""
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in names.items())


def path(d: str, fill: str, **more: str | float) -> str:
    """Draw a filled outline."""
    return f'<path d="{d}" fill="{fill}"{_attributes(more)}/>'


def line(d: str, stroke: str = INK, width: float = 8, **more: str | float) -> str:
    """Draw an open line with round ends: seams, cords, straps, zips."""
    return (
        f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{width}"'
        f' stroke-linecap="round" stroke-linejoin="round"{_attributes(more)}/>'
    )


def circle(x: float, y: float, radius: float, fill: str, **more: str | float) -> str:
    """Draw a disc."""
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}"{_attributes(more)}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: str | float) -> str:
    """Draw a disc seen from the side."""
    return f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{fill}"{_attributes(more)}/>'


def rect(  # noqa: PLR0917 -- what a box needs, in the order of SVG
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str,
    radius: float = 0,
    **more: str | float,
) -> str:
    """Draw a box, with rounded corners if a radius is given."""
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}"'
        f' fill="{fill}"{_attributes(more)}/>'
    )


def label(x: float, y: float, size: float, text: str, fill: str, **more: str | float) -> str:
    """Print a word or a number, centred on x."""
    return (
        f'<text x="{x}" y="{y}" font-family="DejaVu Sans, sans-serif" font-weight="bold"'
        f' font-size="{size}" text-anchor="middle" fill="{fill}"{_attributes(more)}>{text}</text>'
    )


def group(transform: str, *shapes: str) -> str:
    """Move, turn or scale shapes together."""
    return f'<g transform="{transform}">{"".join(shapes)}</g>'


def faded(opacity: float, *shapes: str) -> str:
    """Let the background shine through shapes: glass, steam, mesh."""
    return f'<g opacity="{opacity}">{"".join(shapes)}</g>'


def mirrored(*shapes: str, about: float = 500) -> str:
    """Draw shapes as in a mirror that stands upright at x = about."""
    return group(f"translate({2 * about} 0) scale(-1 1)", *shapes)


def joined(shapes: Iterable[str]) -> str:
    """Make one shape of many."""
    return "".join(shapes)


def two(outline: str, base: str, *overlays: Overlay) -> str:
    """Fill an outline and lay tones or a pattern over it, cut off at the outline.

    This is how every surface gets its two or three tones: the outline in the base tone, the light
    tone along its left side, the dark tone along its right side.
    """
    name = f"c{zlib.crc32(outline.encode()):x}"  # the same outline may share its clip
    laid = "".join(
        overlay if isinstance(overlay, str) else path(overlay[1], overlay[0])
        for overlay in overlays
    )
    return (
        f'<clipPath id="{name}"><path d="{outline}"/></clipPath>'
        f'{path(outline, base)}<g clip-path="url(#{name})">{laid}</g>'
    )
