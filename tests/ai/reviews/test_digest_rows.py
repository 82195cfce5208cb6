"""What digests say of products in the database: true after every change, quotes included."""

import pytest
from django.core.management import CommandError, call_command

from ai.models import Aspect, ReviewDigest, ReviewMention
from ai.reviews.checking import check_digests
from ai.reviews.digest.composing import compose_digest
from ai.reviews.digest.facts import Facts, facts_of
from ai.reviews.digest.recount import check_texts, recount
from ai.reviews.naming import merge_aspects, rename_aspect, set_aspect_hidden
from ai.reviews.said import find_aspect, sentences_about, that_say
from ai.reviews.store import bring_up_to_date
from shop.models import Product, Review
from shop.services.reviews import delete_review, reject_review
from tests.ai.reviews.filled import add_reviews, make_product, read_all
from tests.factories.shop import ReviewFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> Product:
    made = make_product()
    read_all()
    return made


def facts(product: Product) -> Facts:
    return facts_of(ReviewDigest.objects.get(product=product))


def said(product: Product) -> list[str]:
    return [each.text for each in compose_digest(facts(product), least=3)]


def test_every_number_is_what_sql_counts(product: Product) -> None:
    other = make_product("other", "Awful.", "Great fabric.")
    read_all()
    counted = recount([product.pk, other.pk], {product.pk: facts(product).quotes})
    assert counted[product.pk].facts == facts(product)
    assert counted[other.pk].facts.reviews == 2
    assert check_digests() == []
    assert check_texts() == []
    clauses = compose_digest(facts(product), least=3)
    numbers = 0
    for clause in clauses:
        for claim, ids in zip(clause.claims, counted[product.pk].behind(clause), strict=True):
            assert len(ids) == claim.reviews
            numbers += 1
    assert numbers >= 6
    assert compose_digest(facts(other), least=3) == []


def test_a_sentence_for_and_one_against_are_quoted_and_follow_their_reviews(
    product: Product,
) -> None:
    quotes = facts(product).quotes
    assert [quote.polarity for quote in quotes] == [1, -1]
    assert quotes[1].text == "The zipper broke after a week."
    for quote in quotes:
        review = Review.objects.get(pk=quote.review)
        assert review.body[quote.begin : quote.end] == quote.text
        assert quote.text in said(product)
    # "The zipper is terrible, but the fabric is very nice." is for neither.
    assert not any("but" in quote.text for quote in quotes)
    reject_review(review=Review.objects.get(pk=quotes[1].review))
    left = facts(product).quotes
    assert quotes[1] not in left
    assert "The zipper broke after a week." not in said(product)
    delete_review(review=Review.objects.get(pk=quotes[0].review))
    assert quotes[0] not in facts(product).quotes
    Review.objects.filter(body__contains="wonderful").update(body="Changed past every signal.")
    assert not any("wonderful" in text for text in said(product))
    assert check_texts() == []


def test_a_review_more_leaves_no_sentence_as_it_was(product: Product) -> None:
    before = said(product)
    (review,) = add_reviews(product, "The zipper is wonderful, I love the fabric.")
    bring_up_to_date([review.pk])
    after = said(product)
    assert check_texts() == []
    assert before[0].startswith("4 of 5") or "of 5 reviews" in before[0]
    assert "of 6 reviews" in after[0]
    assert "5 reviews" not in " ".join(after)


def test_staffs_names_and_merges_are_what_is_said(product: Product) -> None:
    zipper, fabric = (Aspect.objects.get(key=key) for key in ("zipper", "fabric"))
    rename_aspect(aspect=zipper, name="Zip")
    assert any("the zip;" in text for text in said(product))
    assert check_texts() == []
    merge_aspects(aspect=zipper, into=fabric)
    assert {quote.aspect for quote in facts(product).quotes} <= {fabric.pk}
    assert check_texts() == []
    found = find_aspect(zipper.pk)
    assert found == fabric
    set_aspect_hidden(aspect=fabric, is_hidden=True)
    assert find_aspect(zipper.pk) is None
    assert facts(product).quotes == ()
    assert check_texts() == []


def test_the_check_sees_what_was_planted_in_rows(product: Product) -> None:
    row = ReviewDigest.objects.get(product=product)
    ReviewDigest.objects.update(reviews=row.reviews + 1)
    assert check_texts()
    ReviewDigest.objects.update(reviews=row.reviews)
    for wrong in (
        {"text": "The zipper is wonderful."},
        {"polarity": -1},
        {"begin": 1},
        {"review": 0},
    ):
        ReviewDigest.objects.update(quotes=[{**row.quotes[0], **wrong}])
        assert [each.clause.kind for each in check_texts()] == ["quote"]
    with pytest.raises(CommandError, match="1 sentences"):
        call_command("read_reviews", check=True)
    ReviewDigest.objects.update(quotes=row.quotes)
    call_command("read_reviews", check=True)


def test_reviews_that_say_something_are_those_that_are_counted(product: Product) -> None:
    reviews = Review.objects.published().filter(product=product)
    for aspect in facts(product).aspects:
        assert that_say(reviews, aspect=aspect.id).count() == aspect.reviews
        for polarity, number in ((1, aspect.positive), (-1, aspect.negative), (0, aspect.mixed)):
            found = that_say(reviews, aspect=aspect.id, polarity=polarity)
            assert found.count() == number
        spans = sentences_about(reviews.values_list("pk", flat=True), aspect.id)
        assert len(spans) == aspect.reviews
        for pk, places in spans.items():
            body = reviews.get(pk=pk).body
            assert any(aspect.name.lower() in body[begin:end].lower() for begin, end in places)
    assert that_say(reviews, polarity=1).count() == facts(product).positive
    unread = ReviewFactory.create(product=product, body="Great zipper.")
    assert unread not in that_say(reviews, polarity=1)
    assert not ReviewMention.objects.filter(review=unread).exists()
