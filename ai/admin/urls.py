"""The addresses of the pages about embeddings and search, mounted below /admin/."""

from django.contrib import admin
from django.urls import path

from ai.admin import embeddings, explain, lab, sentiment, steering
from ai.admin.analytics import pages
from ai.admin.recommendations import acting as boxes_acting
from ai.admin.recommendations import pages as boxes
from ai.admin.rules import acting

protected = admin.site.admin_view

urlpatterns = [
    path("recommendations/", protected(boxes.recommendations), name="ai-recommendations"),
    path("recommendations/live/", protected(boxes.live), name="ai-recommendations-live"),
    path("recommendations/why/", protected(boxes.why), name="ai-recommendations-why"),
    path("recommendations/run/", protected(boxes_acting.run), name="ai-recommendations-run"),
    path(
        "recommendations/<int:pk>/cancel/",
        protected(boxes_acting.cancel),
        name="ai-recommendations-cancel",
    ),
    path(
        "recommendations/generations/<int:pk>/live/",
        protected(boxes_acting.make_live),
        name="ai-recommendations-make-live",
    ),
    path(
        "recommendations/experiments/<int:pk>/begin/",
        protected(boxes_acting.begin),
        name="ai-experiment-begin",
    ),
    path(
        "recommendations/experiments/<int:pk>/end/",
        protected(boxes_acting.end),
        name="ai-experiment-end",
    ),
    path("reviews/sentiment/", protected(sentiment.sentiment), name="ai-sentiment"),
    path("searches/", protected(pages.searches), name="ai-searches"),
    path("searches/export.csv", protected(pages.searches_csv), name="ai-searches-csv"),
    path("searches/count/", protected(pages.count_now), name="ai-searches-count"),
    path("unmet-demand/", protected(pages.unmet_demand), name="ai-unmet-demand"),
    path("unmet-demand/group/", protected(pages.group_now), name="ai-unmet-demand-group"),
    path("embeddings/", protected(embeddings.embeddings), name="ai-embeddings"),
    path(
        "embeddings/<int:space_id>/live/",
        protected(embeddings.embeddings_live),
        name="ai-embeddings-live",
    ),
    path(
        "embeddings/<int:space_id>/coverage/",
        protected(embeddings.embeddings_coverage),
        name="ai-embeddings-coverage",
    ),
    path("embeddings/start/", protected(steering.start), name="ai-embeddings-start"),
    path("embeddings/retry/", protected(steering.retry), name="ai-embeddings-retry"),
    path("embeddings/jobs/<int:pk>/pause/", protected(steering.pause), name="ai-job-pause"),
    path("embeddings/jobs/<int:pk>/resume/", protected(steering.resume), name="ai-job-resume"),
    path("embeddings/jobs/<int:pk>/cancel/", protected(steering.cancel), name="ai-job-cancel"),
    path("embeddings/spaces/<int:pk>/live/", protected(steering.make_live), name="ai-space-live"),
    path("search/explain/", protected(explain.explain), name="ai-explain"),
    path("search/judge/", protected(explain.judge_hit), name="ai-judge"),
    path("search/lab/", protected(lab.lab), name="ai-lab"),
    path("search/lab/measure/", protected(lab.measure), name="ai-lab-measure"),
    path("search/lab/<int:pk>/go-on/", protected(lab.go_on), name="ai-lab-go-on"),
    path("search/lab/queries.csv", protected(lab.export_queries), name="ai-lab-queries"),
    path("search/lab/qrels.csv", protected(lab.export_qrels), name="ai-lab-qrels"),
    path("search/rules/<slug:kind>/<int:pk>/undo/", protected(acting.undo), name="ai-rule-undo"),
    path(
        "search/rules/<slug:kind>/<int:pk>/restore/",
        protected(acting.restore),
        name="ai-rule-restore",
    ),
]
