"""How a text becomes the texts that are embedded: whole, in windows, sentences or paragraphs."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from ai.models import SourceKind
from ai.providers.base import Embedder

# Characters of a chunk of a page: about 200 tokens, which every model here takes whole.
PAGE_CHUNK = 1_000
# "Love it!" says little alone: shorter sentences join their neighbour.
SHORTEST_SENTENCE = 25
# Share of a window that repeats the end of the one before, so that no sentence is only cut.
OVERLAP = 0.2

_markdown = MarkdownIt("commonmark").enable("table")
_BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|tr|blockquote|pre|dt|dd|div|section)>|<br\s*/?>", re.I)
_CELL_END = re.compile(r"</t[dh]>", re.I)
_TAG = re.compile(r"<[^>]+>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=\S)|\s*\n+\s*")
# A full stop after these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|approx|no|mr|mrs|ms|dr|st|inc|etc)|\b[A-Z])\.$", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A piece that gets a vector: `text` is what it says, `inputs` what the model reads for it.

    Several inputs are windows of one text; their vectors are averaged by `weights`.
    """

    text: str
    inputs: tuple[str, ...]
    weights: tuple[float, ...]


def chunk_document(*, kind: str, heading: str, text: str, embedder: Embedder) -> list[Chunk]:
    """Return the chunks of a document, at least one, no input of them too long for the model."""
    match kind:
        case SourceKind.PRODUCT:
            return [_chunk(text=text, context=heading, embedder=embedder, repeat_first=False)]
        case SourceKind.REVIEW:
            parts: Iterable[str] = sentences(text) or [text]
            context = ""
        case _:
            parts = paragraph_groups(text, heading=heading) or [heading]
            context = heading
    return [_chunk(text=part, context=context, embedder=embedder) for part in parts]


def _chunk(*, text: str, context: str, embedder: Embedder, repeat_first: bool = True) -> Chunk:
    """Return one chunk; windows after the first always repeat the context, the first on demand."""
    first = f"{context}\n{text}" if context and repeat_first else text
    # No tokeniser here makes more tokens than characters, so most texts need no counting.
    if len(first) <= embedder.content_tokens or (
        embedder.count_tokens(first) <= embedder.content_tokens
    ):
        return Chunk(text=text, inputs=(first,), weights=(1.0,))
    pieces = list(windows(text, context=context, embedder=embedder))
    return Chunk(
        text=text,
        inputs=tuple(piece for piece, _ in pieces),
        weights=tuple(float(tokens) for _, tokens in pieces),
    )


def windows(text: str, *, context: str, embedder: Embedder) -> Iterator[tuple[str, int]]:
    """Yield (input, its tokens of the text) for overlapping windows that cover the whole text."""
    starts = embedder.token_starts(text)
    room = embedder.content_tokens
    used = embedder.count_tokens(context + "\n") if context else 0
    if used > room // 2:  # a heading that leaves no room for the text is not repeated
        context, used = "", 0
    size = max(room - used, 1)
    step = max(round(size * (1 - OVERLAP)), 1)
    for begin in range(0, max(len(starts) - (size - step), 1), step):
        end = begin + size
        stop = starts[end] if end < len(starts) else len(text)
        piece = text[starts[begin] : stop].strip()
        repeated = context and not (begin == 0 and text.startswith(context))
        yield (f"{context}\n{piece}" if repeated else piece), min(size, len(starts) - begin)


def sentences(text: str) -> list[str]:
    """Return the sentences of a review, short ones joined to the next."""
    found: list[str] = []
    begin = 0
    for match in [*_SENTENCE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        if match and "\n" not in match.group() and _ABBREVIATION.search(text[begin:end]):
            continue
        sentence = text[begin : match.end() if match else end].strip()
        begin = match.end() if match else end
        if not sentence:
            continue
        if found and len(found[-1]) < SHORTEST_SENTENCE:
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    if len(found) > 1 and len(found[-1]) < SHORTEST_SENTENCE:
        last = found.pop()
        found[-1] = f"{found[-1]} {last}"
    return found


def paragraph_groups(markdown: str, *, heading: str = "") -> list[str]:
    """Return a page's paragraphs as plain text, grouped to about PAGE_CHUNK characters."""
    groups: list[str] = []
    for paragraph in plain_paragraphs(markdown):
        if not groups and paragraph == heading:
            continue
        if groups and len(groups[-1]) + len(paragraph) < PAGE_CHUNK:
            groups[-1] = f"{groups[-1]}\n{paragraph}"
        else:
            groups.append(paragraph)
    return groups


def plain_paragraphs(markdown: str) -> list[str]:
    """Return the paragraphs, headings, list items and table rows of Markdown as plain text."""
    rendered = _CELL_END.sub(" ", _markdown.render(markdown))
    text = html.unescape(_TAG.sub("", _BLOCK_END.sub("\x00", rendered)))
    return [line for block in text.split("\x00") if (line := " ".join(block.split()))]
