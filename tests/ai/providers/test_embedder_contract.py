"""What every embedder keeps, whatever computes its vectors."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from ai.providers.base import Embedder

pytestmark = pytest.mark.timeout(300)

TEXTS = ["a red wool scarf", "an espresso machine for two cups", "scarf", "Émaillé ☕ 日本 مرحبا"]


def test_vectors_have_the_promised_shape_type_and_length(embedder: Embedder) -> None:
    vectors = embedder.embed_documents(TEXTS)

    assert vectors.shape == (4, embedder.dimensions)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_the_order_of_the_texts_is_kept_whatever_their_length(embedder: Embedder) -> None:
    texts = [f"{'word ' * (number * 7 % 40)}number {number}" for number in range(40)]

    together = embedder.embed_documents(texts)

    for place in (0, 13, 39):
        alone = embedder.embed_documents([texts[place]])[0]
        assert float(together[place] @ alone) > 0.9999


def test_equal_texts_get_equal_vectors_and_others_do_not(embedder: Embedder) -> None:
    first, again, other = embedder.embed_documents([TEXTS[0], TEXTS[0], TEXTS[1]])

    assert float(first @ again) > 0.9999
    assert float(first @ other) < 0.9


def test_a_query_is_a_unit_vector_of_the_same_space(embedder: Embedder) -> None:
    query = embedder.embed_query("wool scarf")
    documents = embedder.embed_documents(TEXTS[:2])

    assert query.shape == (embedder.dimensions,)
    assert abs(float(np.linalg.norm(query)) - 1.0) < 1e-5
    assert float(query @ documents[0]) > float(query @ documents[1])


def test_no_text_gives_no_vector_and_an_empty_text_gives_one(embedder: Embedder) -> None:
    assert embedder.embed_documents([]).shape == (0, embedder.dimensions)
    assert np.isfinite(embedder.embed_documents(["", " \n"])).all()


def test_tokens_are_counted_and_lie_inside_the_text(embedder: Embedder) -> None:
    text = "Waterproof trousers, 3 colours, très léger 日本"
    starts = list(embedder.token_starts(text))

    assert len(starts) == embedder.count_tokens(text) >= len(text.split())
    assert starts == sorted(starts)
    assert starts[0] == 0
    assert starts[-1] < len(text)
    assert embedder.count_tokens("") == 0
    assert 0 < embedder.content_tokens <= embedder.max_tokens


def test_a_text_far_over_the_limit_is_taken(embedder: Embedder) -> None:
    assert embedder.embed_documents(["endless " * 5_000]).shape == (1, embedder.dimensions)


def test_threads_may_share_it(embedder: Embedder) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(embedder.embed_query, TEXTS * 4))

    expected = [embedder.embed_query(text) for text in TEXTS] * 4
    assert all(float(a @ b) > 0.9999 for a, b in zip(found, expected, strict=True))


def test_a_sound_setting_has_no_problems(embedder: Embedder) -> None:
    assert embedder.problems() == []
