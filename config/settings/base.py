"""Settings shared by every place the shop runs in."""

from pathlib import Path
from typing import Any

import structlog
from csp.constants import NONE, SELF

from config.log_masks import mask_links
from config.settings.accounts import *
from config.settings.admin import UNFOLD  # noqa: F401  (Django reads it)
from config.settings.api import *
from config.settings.environment import (
    AI_INSTALLED,
    BASE_DIR,
    HOME,
    ROLE,
    env,
    redis_database,
    service_urls,
)
from config.settings.payments import payment_settings
from config.settings.seller import seller_settings

DATABASE_URL, REDIS_URL = service_urls()

DEBUG = False
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=[])
SECRET_KEY = env.str("SECRET_KEY", default="")
# Older ones: sessions go on, and keys of authenticator apps stay readable.
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", default=[])
USE_X_FORWARDED_PORT = False

INSTALLED_APPS = [
    "unfold.apps.BasicAppConfig",  # the other one would put its own admin site in place
    "unfold.contrib.filters",
    "unfold.contrib.import_export",
    "unfold.contrib.simple_history",
    "config.staff_admin.StaffAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "treebeard",
    "import_export",
    "simple_history",
    "django_filters",
    "django_htmx",
    "template_partials",
    "rest_framework",
    "knox",
    *ACCOUNT_APPS,
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_structlog",
    "csp",
    "shop",
]
# The shop sells without it: VITRINE_AI=false leaves out search and all that builds on it.
if AI_INSTALLED:
    INSTALLED_APPS.append("ai")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.request_id.request_id_middleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "shop.context_processors.shop",
                *(["ai.web.context.events", "ai.web.context.digests"] if AI_INSTALLED else []),
            ],
        },
    }
]

# Milliseconds. A page that needs longer is a fault to be seen, not to be waited for; a worker's
# chunk may take its minute; commands such as migrate have no limit.
STATEMENT_TIMEOUT_MS = {"web": 3_000, "worker": 60_000}.get(ROLE, 0)
_database: dict[str, Any] = env.db_url_config(DATABASE_URL)
_database["CONN_MAX_AGE"] = 0  # above 0 leaks connections under ASGI; the pool keeps them instead
_database["OPTIONS"] = {
    **_database.get("OPTIONS", {}),
    "options": (
        f"-c statement_timeout={STATEMENT_TIMEOUT_MS} -c lock_timeout=3000"
        " -c idle_in_transaction_session_timeout=30000"
    ),
}
if ROLE == "web":
    _database["OPTIONS"]["pool"] = {
        "min_size": 1,
        "max_size": env.int("DB_POOL_SIZE", 16),
        "timeout": 5,  # seconds a request waits for a connection; psycopg's default is 30
    }
DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "config.cache.PooledRedisCache",
        "LOCATION": env.str("CACHE_URL", default=redis_database(REDIS_URL, 1)),
        "KEY_PREFIX": "vitrine",
        # Seconds: a cache that hangs must not hang the pages.
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}

LANGUAGE_CODE = "en"
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(HOME / "static")))
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(HOME / "media")))
# Uploads that no server hands out: files to import, which name people.
PRIVATE_ROOT = Path(env.str("PRIVATE_ROOT", default=str(HOME / "private")))

# ----- Celery: a task is lost by nothing short of losing the broker's disk (reliability rule 3).
CELERY_BROKER_URL = REDIS_URL
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 120
CELERY_TASK_SOFT_TIME_LIMIT = 90
# Seconds; above the longest task, or a slow task would be delivered twice.
VISIBILITY_TIMEOUT = 300
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": VISIBILITY_TIMEOUT,
    # Seconds a request may be held up by a broker that is away, and no second try: the outbox
    # has what has to be done, and the sweep brings it. (kombu tries for 6 s unless told.)
    "socket_timeout": 1.0 if ROLE == "web" else 5.0,
    "socket_connect_timeout": 1.0,
    "max_retries": 0,
    "priority_steps": [0, 5, 9],
    "queue_order_strategy": "priority",
}
CELERY_RESULT_BACKEND_TRANSPORT_OPTIONS = {"visibility_timeout": VISIBILITY_TIMEOUT}
CELERY_VISIBILITY_TIMEOUT = VISIBILITY_TIMEOUT
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY = False
# 0 is the most urgent on Redis, and what a task without a priority would get: edits go first.
CELERY_TASK_DEFAULT_PRIORITY = 5
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "resume-import-jobs": {"task": "shop.tasks.resume_import_jobs", "schedule": 30.0},
    "make-missing-renditions": {"task": "shop.tasks.make_missing_renditions", "schedule": 60.0},
    "collapse-catalogue-changes": {
        "task": "shop.tasks.collapse_catalogue_changes",
        "schedule": 60.0,
    },
    "send-emails": {"task": "shop.tasks.send_emails", "schedule": 30.0},
    "forget-emails": {"task": "shop.tasks.forget_emails", "schedule": 24 * 3600.0},
    "expire-orders": {"task": "shop.tasks.expire_overdue_orders", "schedule": 60.0},
    "settle-refunds": {"task": "shop.tasks.settle_refunds", "schedule": 60.0},
    "forget-what-ended": {"task": "shop.tasks.forget_what_ended", "schedule": 3600.0},
}
if AI_INSTALLED:
    CELERY_BEAT_SCHEDULE |= {
        "sweep-outbox": {"task": "ai.tasks.drain_outbox", "schedule": 30.0},
        "reconcile-embeddings": {"task": "ai.tasks.reconcile", "schedule": 24 * 3600.0},
        "resume-embedding-jobs": {"task": "ai.tasks.resume_jobs", "schedule": 30.0},
        "discover-aspects": {"task": "ai.tasks.discover_aspects", "schedule": 3600.0},
        "count-searches": {"task": "ai.tasks.count_searches", "schedule": 300.0},
        "refresh-suggestions": {"task": "ai.tasks.refresh_suggestions", "schedule": 3600.0},
        "find-unmet-demand": {"task": "ai.tasks.find_unmet_demand", "schedule": 24 * 3600.0},
        "forget-events": {"task": "ai.tasks.forget_events", "schedule": 3600.0},
        "refresh-vocabulary": {"task": "ai.tasks.refresh_vocabulary", "schedule": 3600.0},
        "make-recommendations": {"task": "ai.tasks.make_recommendations", "schedule": 24 * 3600.0},
        "refresh-recommendations": {
            "task": "ai.tasks.make_recommendations",
            "schedule": 3600.0,
            "args": ("changed",),
        },
        "resume-recommendation-jobs": {
            "task": "ai.tasks.resume_recommendation_jobs",
            "schedule": 60.0,
        },
    }
# The worker says it lives every few seconds under this cache key; /readyz reads it.
WORKER_HEARTBEAT_KEY = "worker-heartbeat"
WORKER_HEARTBEAT_MAX_AGE_S = 30

# ----- The shop
SHOP = {
    "NAME": env.str("SHOP_NAME", default="Vitrine Outfitters"),
    "TAGLINE": env.str(
        "SHOP_TAGLINE", default="Honest gear for wet hills, long trains and slow mornings"
    ),
    "CURRENCY": env.str("SHOP_CURRENCY", default="EUR"),
    "LOCALE": env.str("SHOP_LOCALE", default="en_IE"),
    # Where the shop is at home (ISO 3166-1): totals are estimated for it until an address is known.
    "COUNTRY": env.str("SHOP_COUNTRY", default="IE"),
    # How long an order that is to be paid at once keeps its goods from others.
    "RESERVATION_MINUTES": env.int("SHOP_RESERVATION_MINUTES", default=30),
    # A PNG of 19 kB can unpack to 160 megapixels: larger pictures are refused before decoding.
    "IMAGE_MAX_PIXELS": 40_000_000,
    "IMPORT_MAX_BYTES": 200 * 1024 * 1024,
    # The one folder below which an import started in the admin may look for pictures.
    "IMPORT_IMAGES_ROOT": env.str("IMPORT_IMAGES_ROOT", default=str(HOME / "import-images")),
    "DEMO_DIR": BASE_DIR / "shop" / "demo",
    # Where letters find the shop: a worker has no request to tell it from.
    "SITE_URL": env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/"),
    # Who sells: what the law wants on an invoice.
    "SELLER": seller_settings(examples=True),
    # Days after delivery in which things may be sent back.
    "RETURN_DAYS": env.int("RETURN_DAYS", default=30),
    # Until which hour (local time) what is ordered leaves the same day, and the days on which
    # nothing leaves: rules of shop/working_days.py, by default Ireland's public holidays.
    "DISPATCH_HOUR": env.int("SHOP_DISPATCH_HOUR", default=13),
    "CLOSED_DAYS": env.list(
        "SHOP_CLOSED_DAYS",
        default=[
            *("01-01", "first-monday-02", "03-17", "easter+1", "first-monday-05"),
            *("first-monday-06", "first-monday-08", "last-monday-10", "12-25", "12-26"),
        ],
    ),
    # What pages take in from one account or address: more than people write, less than a flood.
    "RATES": {
        "review": "10/hour",
        "vote": "60/hour",
        # Whole offices share an address; a program that makes carts or guesses codes makes more.
        "cart": "120/hour",
        "coupon": "30/hour",
        "checkout": "60/hour",
        "find_order": "20/hour",
        **ACCOUNT_RATES,
    },
}

# ----- Payments
# Whether a way of paying that moves no money may be offered; production says no.
SHOP_PAYMENTS_FOR_TRYING = True
SHOP_PAYMENTS = payment_settings(fake_card=True, examples=True)

# ----- Letters: EMAIL_URL names the mail server (smtp+tls://user:password@host:587); without it,
# each letter becomes a file.
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str(
    "EMAIL_FROM", default=f"{SHOP['NAME']} <shop@localhost>"
)
if env.str("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = HOME / "mail"

# ----- AI
AI_PROVIDERS: dict[str, dict[str, Any]] = {
    "embedder": {
        "BACKEND": env.str("AI_EMBEDDER", default="ai.providers.embedders.onnx.OnnxEmbedder"),
        "OPTIONS": env.json("AI_EMBEDDER_OPTIONS", default={"model": "all-MiniLM-L6-v2"}),
    },
}
AI = {
    # Where exported ONNX graphs and downloaded models are cached.
    "MODEL_DIR": HOME / "models",
    # Any server that speaks OpenAI's protocol; from the environment only, never from a form.
    "OPENAI_BASE_URL": env.str("OPENAI_BASE_URL", default="https://api.openai.com/v1"),
    "OPENAI_API_KEY": env.str("OPENAI_API_KEY", default=""),
    # What a paid embedder may use a day (UTC); None: no cap.
    "EMBEDDER_BUDGET": {
        "tokens_per_day": env.int("AI_EMBEDDER_TOKENS_PER_DAY", default=None),
        "money_per_day": env.float("AI_EMBEDDER_MONEY_PER_DAY", default=None),
    },
    # PostgreSQL text search configuration whose stemmer the words of the catalogue go through.
    # What the building of one vector index may take of the database server's memory.
    "INDEX_BUILD_MEMORY_MB": env.int("AI_INDEX_BUILD_MEMORY_MB", default=2048),
    "SEARCH_LANGUAGE": env.str("AI_SEARCH_LANGUAGE", default="english"),
    # Reviews that a product, or an aspect of it, has to have before anything is said of them.
    "DIGEST_LEAST_REVIEWS": env.int("AI_DIGEST_LEAST_REVIEWS", default=3),
    # What shoppers search for and do, of those who agree (ai/analytics/options.py says what each
    # means): whether, of what share of them, and for how many days.
    "EVENTS": {
        "is_on": env.bool("AI_EVENTS", default=True),
        "sample": env.float("AI_EVENTS_SAMPLE", default=1.0),
        "days": env.int("AI_EVENTS_DAYS", default=90),
        "count_days": env.int("AI_EVENTS_COUNT_DAYS", default=730),
        "view_days": env.int("AI_EVENTS_VIEW_DAYS", default=400),
        "least_visitors": env.int("AI_EVENTS_LEAST_VISITORS", default=3),
    },
}

# ----- Security
CSRF_FAILURE_VIEW = "config.errors.csrf_failed"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True
IMPORT_EXPORT_USE_TRANSACTIONS = True

# ----- Logs: one JSON line an event, with the request id that also travels into tasks.
# A worker connects the same receivers in config/celery.py: both would log each line twice.
DJANGO_STRUCTLOG_CELERY_ENABLED = ROLE != "worker"
# The id comes from config.request_id, which passes on only well-formed ones.
DJANGO_STRUCTLOG_TRUST_UPSTREAM_REQUEST_ID = True
# Addresses are personal data, and the header they would be read from can be forged.
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
# A command speaks to a person: its own words, and warnings.
LOG_LEVEL = env.str("LOG_LEVEL", default="WARNING" if ROLE == "manage" else "INFO")
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.processors.JSONRenderer(),
            "foreign_pre_chain": [
                structlog.contextvars.merge_contextvars,
                structlog.processors.TimeStamper(fmt="iso"),
                structlog.stdlib.add_logger_name,
                structlog.stdlib.add_log_level,
                mask_links,
            ],
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        structlog.processors.UnicodeDecoder(),
        mask_links,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
