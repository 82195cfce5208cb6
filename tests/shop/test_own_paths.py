"""Which paths stay on the shop's own host; Python and the database agree on each."""

import pytest
from django.db import IntegrityError, connection, transaction

from shop.own_paths import OWN_PATH, is_own_path
from tests.factories.shop import HomeSectionFactory

OWN = ["/", "/c/", "/c/tents/?sale=true&sort=newest", "/faq/#question-1", "/p/ä-b/", "/a//b"]
FOREIGN = [
    "",
    "c/tents/",
    "//evil.example/",
    "/\\evil.example/",
    "\\/evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/a b",
    "/\t/evil.example",
    "/\n/evil.example",
    "/c/\\tents",
    "?a=b",
    " /c/",
]


@pytest.mark.parametrize("path", OWN)
def test_paths_of_this_host(path: str) -> None:
    assert is_own_path(path)


@pytest.mark.parametrize("path", [*FOREIGN, "/\x00/", "/\u202e/", "/c/\u2028"])
def test_what_leads_elsewhere_or_is_no_path(path: str) -> None:
    assert not is_own_path(path)


@pytest.mark.django_db
def test_the_database_reads_the_pattern_alike() -> None:
    with connection.cursor() as cursor:
        for path in [*OWN, *FOREIGN]:
            cursor.execute("SELECT %s ~ %s", [path, OWN_PATH])
            assert cursor.fetchone() == (path in OWN,), path


@pytest.mark.django_db
def test_no_row_holds_a_link_to_another_host() -> None:
    with pytest.raises(IntegrityError, match="home_section_link_stays_here"), transaction.atomic():
        HomeSectionFactory(link_text="Go", link_path="//evil.example/")
    HomeSectionFactory(link_text="Go", link_path="/c/")
