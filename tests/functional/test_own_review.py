"""An account's own review in a browser, with and without a script."""

import pytest
from playwright.sync_api import expect

from shop.models import Product, Review
from tests.factories.shop import ReviewFactory, UserFactory
from tests.functional.conftest import NewVisitor

pytestmark = pytest.mark.browser


@pytest.fixture
def own(wardrobe: Product) -> Review:
    review: Review = ReviewFactory(product=wardrobe, author=UserFactory(), title="Mine, all mine")
    return review


def test_without_a_script_it_is_changed_and_deleted(new_visitor: NewVisitor, own: Review) -> None:
    plain = new_visitor(javascript=False)
    assert own.author is not None
    plain.sign_in(own.author)
    plain.go("/p/shirt/?text=1&reviews=newest")
    page = plain.page
    page.get_by_role("link", name="Change your review").first.click()
    expect(page.locator("#rating-5")).to_be_checked()
    page.check("#rating-2", force=True)
    page.fill("#body", "short")
    page.click("text=Save the changes")
    expect(page.locator(".error-summary li")).to_have_text(["Write at least ten letters."])
    page.fill("#body", "After a month the seams went.")
    page.click("text=Save the changes")
    expect(page.locator(".message")).to_contain_text("Your review has been changed.")
    expect(page.locator(".own")).to_contain_text("It waits for moderation")
    own.refresh_from_db()
    assert (own.rating, own.status) == (2, "pending")
    page.locator(".own").get_by_role("link", name="Delete it").click()
    page.click("text=Keep it")
    expect(page.locator(".own")).to_be_visible()
    page.locator(".own").get_by_role("link", name="Delete it").click()
    page.click("text=Delete the review")
    expect(page.locator(".message")).to_contain_text("Your review has been deleted.")
    expect(page.locator(".own")).to_have_count(0)
    assert not Review.objects.filter(pk=own.pk).exists()
    assert plain.complaints() == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_has_nothing_to_say(
    new_visitor: NewVisitor, own: Review, width: int, scheme: str
) -> None:
    visitor = new_visitor(width=width, scheme=scheme)
    assert own.author is not None
    visitor.sign_in(own.author)
    Review.objects.filter(pk=own.pk).update(status=Review.Status.PENDING)
    visitor.go("/p/vest/")  # so that something was looked at
    found = {}
    for path in ("/p/shirt/", f"/reviews/{own.pk}/edit/", f"/reviews/{own.pk}/delete/"):
        visitor.go(path)
        found[path] = visitor.barriers()
        sides = visitor.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert sides[0] <= sides[1], path
    assert {path: barriers for path, barriers in found.items() if barriers} == {}
    assert visitor.complaints() == []
