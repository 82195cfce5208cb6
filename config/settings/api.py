"""Settings of the REST API: who may call it, how often, and how it describes itself."""

from typing import Any

from config.settings.environment import AI_INSTALLED, env

# What a token may be allowed to do, beyond the reads that are open to everybody.
API_SCOPES = {
    "catalogue:read": "Read drafts and archived products too.",
    "catalogue:write": "Create, change and delete products and variants.",
    "reviews:write": "Write reviews and vote for them in the account's name.",
    "orders:read": "Read the account's own orders.",
    "orders:write": "Fill the account's cart, and place and cancel orders in its name.",
    "imports:run": "Start, watch and cancel imports.",
    "embeddings:run": "Start, watch, pause and cancel embedding jobs.",
}

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "shop.api.authentication.ScopedTokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["shop.api.permissions.ReadOnlyOrScoped"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["shop.api.parsers.StrictJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "shop.api.pagination.PageNumberPagination",
    "PAGE_SIZE": 20,
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_THROTTLE_CLASSES": ["shop.api.throttling.ExactRateThrottle"],
    # Requests a minute for one client address or account, one token, one member of staff.
    "DEFAULT_THROTTLE_RATES": {
        "anonymous": env.str("API_ANONYMOUS_RATE", default="120/min"),
        # Of these, whoever types, and every page that is looked at, makes several.
        "suggest": env.str("API_SUGGEST_RATE", default="600/min"),
        "events": env.str("API_EVENTS_RATE", default="600/min"),
        "recommendations": env.str("API_RECOMMENDATIONS_RATE", default="600/min"),
        # A text is read in some milliseconds, a long one in a tenth of a second.
        "sentiment": env.str("API_SENTIMENT_RATE", default="60/min"),
        "token": env.str("API_TOKEN_RATE", default="600/min"),
        "staff": env.str("API_STAFF_RATE", default="1200/min"),
    },
    "DEFAULT_SCHEMA_CLASS": "shop.api.schema.ProblemSchema",
    # The OpenAPI document tells what OPTIONS would, and tells nobody what they may not do.
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "shop.api.problems.problem_response",
    "NUM_PROXIES": env.int("NUM_PROXIES", 0),
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
KNOX_TOKEN_MODEL = "shop.ApiToken"
# knox's own token table, replaced by ApiToken, is not made: a flush could not empty it.
MIGRATION_MODULES = {"knox": None}
REST_KNOX = {
    "TOKEN_TTL": None,
    "TOKEN_MODEL": "shop.ApiToken",
    "AUTO_REFRESH": False,
    "AUTH_HEADER_PREFIX": "Bearer",
}
_AI_ENUMS = {
    "SpaceStatus": "ai.models.EmbeddingSpace.Status",
    "EmbeddingScope": "ai.models.EmbeddingJob.Scope",
    "EmbeddingJobStatus": "ai.models.EmbeddingJob.Status",
    "SuggestionKind": "ai.models.Suggestion.Kind",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Vitrine API",
    "DESCRIPTION": (
        "Catalogue, reviews, search and embedding operations of a Vitrine shop. Reading what "
        "shoppers see needs no key; everything else needs a session or a token with the scope "
        "that the operation names. Every error is a problem document (RFC 9457)."
    ),
    "VERSION": "1.0.0",
    "LICENSE": {"name": "Apache-2.0"},
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "validatorUrl": None},
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "shop.api.schema.describe_problems",
    ],
    "ENUM_NAME_OVERRIDES": {
        **(_AI_ENUMS if AI_INSTALLED else {}),
        "ProductStatus": "shop.models.Product.Status",
        "OrderStatus": "shop.models.Order.Status",
        "OrderPaymentStatus": "shop.models.Order.PaymentStatus",
        "PaymentState": "shop.models.Payment.State",
        "ReviewStatus": "shop.models.Review.Status",
        "AttributeKind": "shop.models.Attribute.Kind",
        "ImportKind": "shop.models.ImportJob.Kind",
        "ImportStatus": "shop.models.ImportJob.Status",
        "ImportProblemLevel": "shop.models.ImportProblem.Level",
    },
}
