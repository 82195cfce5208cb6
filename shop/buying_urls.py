"""The addresses of the cart, the checkout and orders, in the shop's namespace."""

from django.urls import path

from shop.views.buying import changes
from shop.views.buying.adding import add
from shop.views.buying.cart import cart
from shop.views.buying.checkout import checkout, update_checkout
from shop.views.buying.find_order import find_order
from shop.views.buying.invoice import invoice
from shop.views.buying.order_changes import again, cancel, send_back
from shop.views.buying.orders import account_order, order, orders
from shop.views.buying.pay import change_payment, pay

urlpatterns = [
    path("cart/", cart, name="cart"),
    path("cart/add/", add, name="cart_add"),
    path("cart/lines/<int:pk>/", changes.change_quantity, name="cart_quantity"),
    path("cart/lines/<int:pk>/remove/", changes.remove, name="cart_remove"),
    path("cart/lines/<int:pk>/save/", changes.save, name="cart_save"),
    path("cart/lines/<int:pk>/move/", changes.move, name="cart_move"),
    path("cart/put-back/", changes.put_back, name="cart_put_back"),
    path("cart/prices/", changes.accept, name="cart_accept"),
    path("cart/code/", changes.use_code, name="cart_code"),
    path("cart/code/remove/", changes.drop_code, name="cart_code_remove"),
    path("cart/shipping/", changes.estimate, name="cart_estimate"),
    path("checkout/", checkout, name="checkout"),
    path("checkout/update/", update_checkout, name="checkout_update"),
    path("orders/find/", find_order, name="find_order"),
    path("orders/<str:token>/", order, name="order"),
    path("orders/<str:token>/pay/", pay, name="pay"),
    path("orders/<str:token>/payment/", change_payment, name="change_payment"),
    path("orders/<str:token>/cancel/", cancel, name="order_cancel"),
    path("orders/<str:token>/return/", send_back, name="order_return"),
    path("orders/<str:token>/again/", again, name="order_again"),
    path("orders/<str:token>/invoice/", invoice, name="invoice"),
    path("account/orders/", orders, name="orders"),
    path("account/orders/<str:number>/", account_order, name="account_order"),
]
