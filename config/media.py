"""Pictures served by the shop itself, where no proxy does it."""

from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils._os import safe_join
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

# Pictures only. Uploaded import files lie in the same folder and hold names of customers.
TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
PUBLIC_FOLDERS = {"products"}
# A file's name is the hash of its content: what is under a name never changes.
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def serve_media(request: HttpRequest, path: str) -> HttpResponse:
    """Return a picture from the media folder.

    Whole, not streamed: pictures are small, and a synchronous stream under ASGI is buffered anyway.
    """
    file = find_picture(path)
    if file is None:
        # Not the shop's page: nobody reads it, and it would cost queries.
        return HttpResponseNotFound("There is no such picture.", content_type="text/plain")
    state = file.stat()
    etag = quote_etag(blake2b(f"{state.st_mtime_ns}:{state.st_size}".encode()).hexdigest()[:32])
    response = HttpResponse(file.read_bytes(), content_type=TYPES[file.suffix.lower()])
    response["Last-Modified"] = http_date(state.st_mtime)
    response["ETag"] = etag
    response["Cache-Control"] = FOR_EVER
    response["X-Content-Type-Options"] = "nosniff"
    answer = get_conditional_response(
        request, etag=etag, last_modified=int(state.st_mtime), response=response
    )
    return answer or response


def find_picture(path: str) -> Path | None:
    """Return the file; None for anything but a picture in a public folder."""
    folder, _, name = path.partition("/")
    if folder not in PUBLIC_FOLDERS or not name or "\x00" in path:
        return None
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, folder, name)).resolve()
    except SuspiciousFileOperation:
        return None
    inside = file.is_relative_to(Path(settings.MEDIA_ROOT).resolve() / folder)
    if not inside or file.suffix.lower() not in TYPES or not file.is_file():
        return None
    return file
