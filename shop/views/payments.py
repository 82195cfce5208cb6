"""What payment providers tell the shop."""

import structlog
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from shop.exceptions import InvalidWebhook, PaymentMisconfigured, ShopBusy
from shop.payments.base import PaymentProvider
from shop.payments.registry import get_provider
from shop.services.payments import apply_payment_news

log = structlog.get_logger(__name__)


@csrf_exempt  # the message's own signature says who sent it
@require_POST
def payment_webhook(request: HttpRequest, code: str) -> HttpResponse:
    """Take a message: 200 for any that was understood, 400 for a forged one, 503 to send again."""
    provider = _find_provider(code)
    try:
        news = provider.read_webhook(body=request.body, headers=request.headers)
        if news is not None:
            apply_payment_news(provider_code=code, news=news)
    except InvalidWebhook as error:
        log.warning("webhook_refused", provider=code, reason=str(error))
        return HttpResponse(str(error), status=400, content_type="text/plain")
    except ShopBusy as error:
        return HttpResponse(str(error), status=503, content_type="text/plain")
    return HttpResponse("OK", content_type="text/plain")


def _find_provider(code: str) -> PaymentProvider:
    try:
        return get_provider(code)
    except PaymentMisconfigured as error:
        raise Http404(str(error)) from error
