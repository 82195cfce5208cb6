"""“Re-embed” among the actions of the product list."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from ai.models import EmbeddingJob
from shop.models import Product, User
from tests.ai.admin.conftest import signed_in
from tests.factories.ai import make_space
from tests.factories.shop import ProductFactory

pytestmark = pytest.mark.django_db
LIST = reverse("admin:shop_product_changelist")


def re_embed(client: Client, *products: Product) -> str:
    chosen = [str(product.pk) for product in products]
    data = {"action": "re_embed_selected", "_selected_action": chosen}
    return client.post(LIST, data, follow=True).content.decode()


def test_the_selected_products_become_a_job(admin: Client, superuser: User) -> None:
    space = make_space()
    chosen = ProductFactory.create_batch(2)
    ProductFactory()
    assert "is started" in re_embed(admin, *chosen)
    job = EmbeddingJob.objects.get()
    assert (job.space, job.scope, job.created_by) == (space, "selected", superuser)
    assert sorted(job.selected_ids) == sorted(product.pk for product in chosen)


def test_with_a_job_running_it_says_so_and_links_to_it(admin: Client) -> None:
    space = make_space()
    EmbeddingJob.objects.create(space=space, scope="all", status="running")
    page = re_embed(admin, ProductFactory())
    assert "running in this space already" in page
    assert reverse("ai-embeddings") in page
    assert EmbeddingJob.objects.count() == 1


def test_without_a_live_space_it_says_so(admin: Client) -> None:
    assert "No embedding space is live yet." in re_embed(admin, ProductFactory())


def test_it_is_offered_to_those_who_may_embed(staff: User) -> None:
    make_space()
    product = ProductFactory()
    for codename in ("view_product", "change_product"):
        staff.user_permissions.add(Permission.objects.get(codename=codename))
    assert "re_embed_selected" not in signed_in(staff).get(LIST).content.decode()
    re_embed(signed_in(staff), product)
    assert not EmbeddingJob.objects.exists()
    staff.user_permissions.add(Permission.objects.get(codename="change_embeddingjob"))
    staff = User.objects.get(pk=staff.pk)
    assert "re_embed_selected" in signed_in(staff).get(LIST).content.decode()
