"""Every address of the site: shop pages, ai pages, admin, API, health."""

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from config.health import livez, readyz
from config.media import serve_media

# Before the shop's: what both could answer is the ai app's.
ai_urlpatterns = (
    [
        path("admin/", include("ai.admin.urls")),
        path("api/v1/", include("ai.api.urls")),
        path("", include("ai.web.urls")),
    ]
    if apps.is_installed("ai")
    else []
)

urlpatterns = [
    *ai_urlpatterns,
    path("livez", livez, name="livez"),
    path("readyz", readyz, name="readyz"),
    path("admin/", include("shop.admin.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("shop.api.urls")),
    path("api/schema/", SpectacularAPIView.as_view(), name="schema"),
    path(
        "api/docs/",
        SpectacularSwaggerSplitView.as_view(url_name="schema", template_name="api/docs.html"),
        name="api-docs",
    ),
    path("account/", include("shop.account_urls")),
    path("", include("shop.urls")),
]

if settings.SERVE_MEDIA:
    urlpatterns.append(re_path(r"^media/(?P<path>.*)$", serve_media, name="media"))

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"
