"""Who may see how recommendations do, and who may have them made."""

from typing import Final

MAY_SEE: Final = "ai.view_recommendationgeneration"
MAY_RUN: Final = "ai.add_recommendationjob"
MAY_SWITCH: Final = "ai.change_recommendationgeneration"
MAY_TRY: Final = "ai.change_boxexperiment"
MAY_SEE_ORDERS: Final = "shop.view_order"
