"""The rules the ai app's views name, and the errors its services refuse with."""

from http import HTTPStatus

from ai.exceptions import AiError, JobConflict, NoLiveSpace, ProviderUnavailable
from shop.api.permissions import Access
from shop.api.problems import map_error

VIEW_SPACES = Access(scope="embeddings:run", permission="ai.view_embeddingspace")
VIEW_JOBS = Access(scope="embeddings:run", permission="ai.view_embeddingjob")
START_JOB = Access(scope="embeddings:run", permission="ai.add_embeddingjob")
CHANGE_JOB = Access(scope="embeddings:run", permission="ai.change_embeddingjob")

map_error(error=AiError, status=HTTPStatus.BAD_REQUEST)
map_error(error=JobConflict, status=HTTPStatus.CONFLICT)
map_error(error=NoLiveSpace, status=HTTPStatus.CONFLICT)
map_error(error=ProviderUnavailable, status=HTTPStatus.SERVICE_UNAVAILABLE)
