"""Import jobs: started with a file, watched, cancelled."""

from typing import Any

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from shop.api.access import CHANGE_IMPORT, START_IMPORT, VIEW_IMPORTS
from shop.api.serializers.imports import (
    ImportJobSerializer,
    ImportProblemSerializer,
    NewImportJobSerializer,
)
from shop.api.views.base import ApiView
from shop.models import ImportJob
from shop.services.imports import cancel_import, create_import_job
from shop.tasks import run_import_job


class ImportJobViewSet(ApiView, viewsets.ReadOnlyModelViewSet[ImportJob]):
    """Imports of products and reviews from files of other shops."""

    access = {
        "list": VIEW_IMPORTS,
        "retrieve": VIEW_IMPORTS,
        "problems": VIEW_IMPORTS,
        "create": START_IMPORT,
        "cancel": CHANGE_IMPORT,
    }
    queryset = ImportJob.objects.all()
    serializer_class = ImportJobSerializer
    parser_classes = (MultiPartParser,)
    filterset_fields = ("kind", "status")
    lookup_value_converter = "int"

    @extend_schema(
        request={"multipart/form-data": NewImportJobSerializer},
        responses={202: ImportJobSerializer},
    )
    def create(self, request: Request) -> Response:
        """Start an import; a worker does it, and `GET` on the job tells how far it is."""
        serializer = NewImportJobSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        fields = serializer.validated_data
        author: Any = request.user
        with transaction.atomic():
            job = create_import_job(
                kind=fields["kind"],
                upload=fields["file"],
                dry_run=fields["dry_run"],
                created_by=author,
            )
            # A broker that is down loses nothing: beat picks up what waits.
            transaction.on_commit(lambda: run_import_job.delay(job.pk), robust=True)
        return Response(self.get_serializer(job).data, status=status.HTTP_202_ACCEPTED)

    @extend_schema(responses=ImportProblemSerializer(many=True), filters=False)
    @action(detail=True)
    def problems(self, request: Request, pk: int) -> Response:
        """Return the rows that were left out, and the differences a dry run found."""
        problems: Any = self.get_object().problems.all()
        page: Any = self.paginate_queryset(problems)
        return self.get_paginated_response(ImportProblemSerializer(page, many=True).data)

    @extend_schema(request=None, responses=ImportJobSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: int) -> Response:
        """Stop an import; what it has already written stays."""
        job = self.get_object()
        cancel_import(job=job)
        job.refresh_from_db()
        return Response(self.get_serializer(job).data)
