"""Every change of a cart, one view each."""

from shop.exceptions import CouponRefused
from shop.models import Cart
from shop.services.cart import (
    accept_prices,
    add_to_cart,
    apply_coupon,
    choose_shipping,
    move_to_cart,
    remove_coupon,
    remove_line,
    save_for_later,
    set_quantity,
)
from shop.views.buying.basket import open_countries
from shop.views.buying.cart import cart_change
from shop.views.buying.notices import Notice
from shop.views.buying.reading import find_variant, read_number
from shop.views.fragments import PageRequest
from shop.views.limits import find_excess
from shop.visitor_cart import customer_of

# As the columns: more than any code or way of shipping has.
LONGEST = 40


@cart_change
def change_quantity(request: PageRequest, own: Cart, pk: int) -> None:
    """Set how many pieces a line is: the number in the field, one more or one less."""
    number = read_number(request.POST, "quantity", otherwise=1)
    step = read_number(request.POST, "step", otherwise=0)
    set_quantity(cart=own, line_id=pk, quantity=number + step)


@cart_change
def remove(request: PageRequest, own: Cart, pk: int) -> Notice:  # noqa: ARG001
    """Take a line out, and offer to put it back."""
    line = remove_line(cart=own, line_id=pk)
    text = f"{line.variant.product.title} is out of your cart."
    if line.is_saved:
        return Notice(text=text)
    return Notice(text=text, variant_id=line.variant_id, quantity=line.quantity)


@cart_change
def put_back(request: PageRequest, own: Cart) -> Notice:
    """Undo a removal."""
    variant = find_variant(request.POST)
    quantity = read_number(request.POST, "quantity", otherwise=1)
    add_to_cart(cart=own, variant=variant, quantity=max(quantity, 1))
    return Notice(text=f"{variant.product.title} is back in your cart.")


@cart_change
def save(request: PageRequest, own: Cart, pk: int) -> Notice:  # noqa: ARG001
    """Keep a line for later."""
    line = save_for_later(cart=own, line_id=pk)
    return Notice(text=f"{line.variant.product.title} is kept for later, below the cart.")


@cart_change
def move(request: PageRequest, own: Cart, pk: int) -> Notice:  # noqa: ARG001
    """Put a line that was kept for later back into the cart."""
    line = move_to_cart(cart=own, line_id=pk)
    return Notice(text=f"{line.variant.product.title} is in your cart again.")


@cart_change
def accept(request: PageRequest, own: Cart) -> None:  # noqa: ARG001
    """Note that the prices of now were seen."""
    accept_prices(cart=own)


@cart_change
def use_code(request: PageRequest, own: Cart) -> Notice | None:
    """Use a code for the cart; whoever tries codes out has to wait."""
    limit = find_excess(request, kind="coupon")
    if limit:
        return refuse_code(f"That was one code too many. Try again in {limit.wait_words}.")
    customer = customer_of(request)
    code = request.POST.get("code", "")[:LONGEST]
    try:
        apply_coupon(cart=own, code=code, email=customer.email if customer else "")
    except CouponRefused as error:
        return refuse_code(str(error))
    return None


def refuse_code(text: str) -> Notice:
    """Return a notice for the field that a code is typed into."""
    return Notice(text=text, is_problem=True, is_about_code=True)


@cart_change
def drop_code(request: PageRequest, own: Cart) -> None:  # noqa: ARG001
    """Use no code."""
    remove_coupon(cart=own)


@cart_change
def estimate(request: PageRequest, own: Cart) -> None:
    """Choose the country and the way of shipping that the total is estimated for."""
    country = request.POST.get("country", "")
    known = {each.code for each in open_countries()}
    choose_shipping(
        cart=own,
        country=country if country in known else "",
        method=request.POST.get("method", "")[:LONGEST],
    )
