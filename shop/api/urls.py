"""The shop's part of the API, below /api/v1/."""

from rest_framework.routers import SimpleRouter

from shop.api.views.carts import CartViewSet
from shop.api.views.content import FaqViewSet, PageViewSet
from shop.api.views.imports import ImportJobViewSet
from shop.api.views.orders import OrderViewSet
from shop.api.views.products import ProductViewSet
from shop.api.views.reviews import ReviewViewSet
from shop.api.views.taxonomy import AttributeViewSet, BrandViewSet, CategoryViewSet
from shop.api.views.variants import VariantViewSet

app_name = "api"

router = SimpleRouter(use_regex_path=False)
router.register("categories", CategoryViewSet, "category")
router.register("brands", BrandViewSet, "brand")
router.register("attributes", AttributeViewSet, "attribute")
router.register("products", ProductViewSet, "product")
router.register("variants", VariantViewSet, "variant")
router.register("reviews", ReviewViewSet, "review")
router.register("pages", PageViewSet, "page")
router.register("faq", FaqViewSet, "faq")
router.register("carts", CartViewSet, "cart")
router.register("orders", OrderViewSet, "order")
router.register("import-jobs", ImportJobViewSet, "import-job")

urlpatterns = router.urls
