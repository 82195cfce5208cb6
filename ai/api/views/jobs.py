"""Embedding jobs: started, watched, paused, resumed, cancelled."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from ai.api.access import CHANGE_JOB, START_JOB, VIEW_JOBS
from ai.api.serializers import JobSerializer, JobSummarySerializer, NewJobSerializer
from ai.exceptions import JobConflict
from ai.indexing.jobs import cancel_job, job_progress, pause_job, resume_job, start_job
from ai.indexing.spaces import get_live_space
from ai.models import EmbeddingJob, Priority
from ai.tasks import run_embedding_job
from shop.api.views.base import ApiView
from shop.tasks import send


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

    @extend_schema(responses=JobSummarySerializer(many=True))
    def list(self, request: Request) -> Response:
        """Return a page of jobs, newest first."""
        page: Any = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(JobSummarySerializer(page, many=True).data)

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
        hand_over(job)
        return Response(shown(job), status=status.HTTP_202_ACCEPTED)

    @extend_schema(request=None, responses=JobSerializer)
    @action(detail=True, methods=["post"])
    def pause(self, request: Request, pk: int) -> Response:
        """Let the job rest after the chunk it is at."""
        return Response(shown(self.change(pause_job)))

    @extend_schema(request=None, responses=JobSerializer)
    @action(detail=True, methods=["post"])
    def resume(self, request: Request, pk: int) -> Response:
        """Go on where the job was paused."""
        job = self.change(resume_job)
        hand_over(job)
        return Response(shown(job))

    @extend_schema(request=None, responses=JobSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: int) -> Response:
        """End the job; what it has embedded stays."""
        return Response(shown(self.change(cancel_job)))

    def change(self, service: Callable[..., bool]) -> EmbeddingJob:
        """Call a service with the job; raises JobConflict when its state does not allow it."""
        job: EmbeddingJob = self.get_object()
        if not service(job=job):
            raise JobConflict(f"Job {job.pk} is {job.get_status_display()}.")
        return job


def hand_over(job: EmbeddingJob) -> None:
    """Nudge a worker; without a broker, beat takes the job up."""
    transaction.on_commit(partial(send, run_embedding_job, job.pk, priority=Priority.BULK))


def shown(job: Any) -> dict[str, Any]:
    """Return a job with its progress as JSON."""
    progress = job_progress(job=job)
    job.per_second, job.eta_s = progress.per_second, progress.eta_s
    return dict(JobSerializer(job).data)
