"""Which permission each thing that staff do with an order needs.

They are Django's own permissions on what the deed writes, so that groups are made of the usual
list: whoever may add parcels may ship, whoever may add refunds may pay back.
"""

from typing import Final

MAY_SEE: Final = "shop.view_order"
MAY_SHIP: Final = "shop.add_shipment"
MAY_NOTE: Final = "shop.add_orderevent"
MAY_CANCEL: Final = "shop.change_order"
MAY_SEE_PAYMENTS: Final = "shop.view_payment"
MAY_MARK_PAID: Final = "shop.add_payment"
MAY_SEE_REFUNDS: Final = "shop.view_refund"
MAY_REFUND: Final = "shop.add_refund"
MAY_SEE_RETURNS: Final = "shop.view_returnrequest"
MAY_ANSWER_RETURNS: Final = "shop.change_returnrequest"
MAY_INVOICE: Final = "shop.add_invoice"
