"""Embedding jobs: started, watched, paused, resumed, cancelled."""

from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from ai.api.access import CHANGE_JOB, START_JOB, VIEW_JOBS
from ai.api.serializers import JobSerializer, NewJobSerializer
from ai.indexing.jobs import cancel_job, job_progress, pause_job, resume_job, start_job
from ai.indexing.spaces import get_live_space
from ai.models import EmbeddingJob
from shop.api.views.base import ApiView


class JobViewSet(ApiView, viewsets.ReadOnlyModelViewSet[EmbeddingJob]):
    """Runs over a space: what is stale, everything, or chosen products."""

    access = {
        "list": VIEW_JOBS,
        "retrieve": VIEW_JOBS,
        "create": START_JOB,
        "pause": CHANGE_JOB,
        "resume": CHANGE_JOB,
        "cancel": CHANGE_JOB,
    }
    queryset = EmbeddingJob.objects.all()
    serializer_class = JobSerializer
    filterset_fields = ("space", "status")
    lookup_value_converter = "int"

    def list(self, request: Request) -> Response:
        """Return a page of jobs, newest first."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset())) or []
        return self.get_paginated_response([shown(job) for job in page])

    def retrieve(self, request: Request, pk: int) -> Response:
        """Return one job with its throughput and the seconds left."""
        return Response(shown(self.get_object()))

    @extend_schema(request=NewJobSerializer, responses={202: JobSerializer})
    def create(self, request: Request) -> Response:
        """Start a job; 409 when one is active in the space: two calls, one job."""
        serializer = NewJobSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        fields = serializer.validated_data
        author: Any = request.user
        job = start_job(
            space=fields.get("space") or get_live_space(),
            scope=fields["scope"],
            product_ids=fields.get("product_ids", ()),
            created_by=author,
        )
        return Response(shown(job), status=status.HTTP_202_ACCEPTED)

    @extend_schema(request=None, responses=JobSerializer)
    @action(detail=True, methods=["post"])
    def pause(self, request: Request, pk: int) -> Response:
        """Let the job rest after the chunk it is at."""
        return self.change(pause_job)

    @extend_schema(request=None, responses=JobSerializer)
    @action(detail=True, methods=["post"])
    def resume(self, request: Request, pk: int) -> Response:
        """Go on where the job was paused."""
        return self.change(resume_job)

    @extend_schema(request=None, responses=JobSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: int) -> Response:
        """End the job; what it has embedded stays."""
        return self.change(cancel_job)

    def change(self, service: Callable[..., Any]) -> Response:
        """Call a service with the job and return the job as it is then."""
        job = self.get_object()
        service(job=job)
        job.refresh_from_db()
        return Response(shown(job))


def shown(job: Any) -> dict[str, Any]:
    """Return a job with its progress as JSON."""
    progress = job_progress(job=job)
    job.per_second, job.eta_s = progress.per_second, progress.eta_s
    return dict(JobSerializer(job).data)
