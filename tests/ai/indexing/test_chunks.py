"""How texts are cut: nothing is lost, nothing is too long."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ai.indexing.chunks import (
    PAGE_CHUNK,
    chunk_document,
    paragraph_groups,
    plain_paragraphs,
    sentences,
    windows,
)
from ai.providers.embedders.hashing import HashingEmbedder

SHORT = HashingEmbedder(dimensions=8, max_tokens=20)


def test_a_short_product_is_taken_whole() -> None:
    (chunk,) = chunk_document(kind="product", heading="Tent", text="Tent\nDry", embedder=SHORT)
    assert (chunk.text, chunk.inputs, chunk.weights) == ("Tent\nDry", ("Tent\nDry",), (1.0,))


def test_a_long_product_is_read_in_windows_that_repeat_its_title() -> None:
    words = [f"word{number}" for number in range(50)]
    text = "Big tent\n" + " ".join(words)

    (chunk,) = chunk_document(kind="product", heading="Big tent", text=text, embedder=SHORT)

    assert chunk.text == text
    assert all(window.startswith("Big tent\n") for window in chunk.inputs)
    assert all(SHORT.count_tokens(window) <= 20 for window in chunk.inputs)
    assert all(any(word in window.split() for window in chunk.inputs) for word in words)
    assert len(chunk.inputs) == len(chunk.weights) == 4
    # Neighbours overlap, so that no phrase is only ever read cut in two.
    first, second = (set(window.split()) for window in chunk.inputs[:2])
    assert len(first & second - {"Big", "tent"}) == 4


@given(st.text(max_size=400), st.integers(min_value=4, max_value=30))
@settings(deadline=None, max_examples=200)
def test_windows_cover_every_token_and_fit(text: str, room: int) -> None:
    embedder = HashingEmbedder(dimensions=4, max_tokens=room)
    if not embedder.token_starts(text):
        return
    found = list(windows(text, context="a title", embedder=embedder))
    assert all(embedder.count_tokens(window) <= room for window, _ in found)
    tokens = {text[start:].split(maxsplit=1)[0] for start in embedder.token_starts(text)}
    read = " ".join(window for window, _ in found)
    assert all(token[:1] in read for token in tokens)


@given(st.text(max_size=600))
@settings(deadline=None, max_examples=200)
def test_sentences_lose_no_letter(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Love it!", ["Love it!"]),
        (
            "Great tent for the winter! It kept us dry, e.g. in the Alps. Would buy it again.",
            [
                "Great tent for the winter!",
                "It kept us dry, e.g. in the Alps. Would buy it again.",
            ],
        ),
        (
            "Comfortable\nThe sole is soft and quiet.\nRuns small, I usually wear an M. fits now.",
            [
                "Comfortable The sole is soft and quiet.",
                "Runs small, I usually wear an M. fits now.",
            ],
        ),
    ],
)
def test_reviews_are_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_review_of_nothing_but_a_sign_has_one_chunk() -> None:
    (chunk,) = chunk_document(kind="review", heading="", text="👍", embedder=SHORT)
    assert chunk.text == "👍"


def test_pages_are_grouped_by_whole_paragraphs_with_the_title_as_context() -> None:
    body = "\n\n".join(f"Paragraph {number}. {'Words here. ' * 20}" for number in range(12))
    embedder = HashingEmbedder(dimensions=8, max_tokens=2_000)

    chunks = chunk_document(
        kind="page", heading="Shipping", text=f"Shipping\n\n{body}", embedder=embedder
    )

    assert len(chunks) == 4
    assert all(len(chunk.text) <= PAGE_CHUNK for chunk in chunks)
    assert all(chunk.inputs == (f"Shipping\n{chunk.text}",) for chunk in chunks)
    assert " ".join(chunk.text for chunk in chunks).count("Paragraph") == 12
    assert all(chunk.text.startswith("Paragraph") for chunk in chunks)


def test_markdown_becomes_plain_paragraphs() -> None:
    text = (
        "# Returns\n\nSend it **back** in [30 days](/returns) &amp; smile.\n\n- one\n- two\n\n"
        "| Zone | Days |\n|---|---|\n| EU | 2 |\n\n<p>or<br>write</p><script>x()</script>"
    )
    assert plain_paragraphs(text)[:8] == [
        *("Returns", "Send it back in 30 days & smile.", "one", "two"),
        *("Zone Days", "EU 2", "or", "write"),
    ]
    assert paragraph_groups("Returns\n\nSend it back.", heading="Returns") == ["Send it back."]


def test_a_page_without_a_body_is_its_title() -> None:
    (chunk,) = chunk_document(kind="page", heading="About", text="About", embedder=SHORT)
    assert chunk.text == "About"
