"""Pictures served by the shop itself: those in the public folder, and nothing beside them."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from django.test import AsyncClient, Client

PNG = b"\x89PNG\r\n\x1a\n-not-really"
URL = "/media/products/ab/abc.png"


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    folder = tmp_path / "media" / "products" / "ab"
    folder.mkdir(parents=True)
    (folder / "abc.png").write_bytes(PNG)
    return tmp_path / "media"


def test_a_picture_may_be_kept_for_ever(media: Path) -> None:
    response = Client().get(URL)
    assert response.status_code == 200
    assert response.content == PNG
    assert not response.streaming
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in response
    for header in (
        {"If-None-Match": response["ETag"]},
        {"If-Modified-Since": response["Last-Modified"]},
    ):
        again = Client().get(URL, headers=header)
        assert (again.status_code, again.content) == (304, b"")
    assert Client().head(URL)["Content-Length"] == str(len(PNG))


def test_under_asgi_nothing_is_streamed(media: Path, recwarn: pytest.WarningsRecorder) -> None:
    async def fetch() -> bytes:
        response = await AsyncClient().get(URL)
        assert isinstance(response.content, bytes)
        return response.content

    assert asyncio.run(fetch()) == PNG
    assert not [each for each in recwarn if "StreamingHttpResponse" in str(each.message)]


@pytest.mark.parametrize(
    "path",
    [
        "products/ab/none.png",
        "products/ab",
        "products/",
        "products/../imports/reviews.csv",
        "products/..%2f..%2fsecret.png",
        "products/%2e%2e/%2e%2e/secret.png",
        "..%2fsecret.png",
        "/secret.png",
        "%2fetc%2fpasswd",
        "imports/reviews.csv",
        "imports/picture.png",
        "secret.png",
        "products/ab/page.html",
        "products/ab/drawing.svg",
        "products/ab/link.png",
        "products/ab/abc.png%00",
    ],
)
def test_nothing_else_is_served(media: Path, path: str) -> None:
    (media.parent / "secret.png").write_bytes(b"secret")
    (media / "secret.png").write_bytes(b"secret")
    (media / "imports").mkdir()
    for name in ("reviews.csv", "picture.png"):
        (media / "imports" / name).write_bytes(b"secret")
    for name in ("page.html", "drawing.svg"):
        (media / "products" / "ab" / name).write_bytes(b"secret")
    (media / "products" / "ab" / "link.png").symlink_to(media.parent / "secret.png")
    response = Client().get(f"/media/{path}")
    assert response.status_code == 404
    assert b"secret" not in response.content


def test_a_picture_is_only_read(media: Path) -> None:
    assert Client().post(URL).status_code == 405
