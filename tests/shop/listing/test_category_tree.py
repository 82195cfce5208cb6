"""Which part of the category tree is shown."""

from shop.listing.category_tree import open_paths


def test_the_tree_opens_at_what_is_chosen() -> None:
    totals = {"0001": 5, "00010001": 3, "000100010001": 1, "00010002": 2, "0002": 4, "00020001": 4}
    assert open_paths(totals, "") == ["0001", "0002"]
    assert open_paths(totals, "0001") == ["0001", "00010001", "00010002", "0002"]
    assert open_paths(totals, "00010001") == [
        *("0001", "00010001", "000100010001", "00010002", "0002")
    ]


def test_a_tree_with_one_branch_opens_further() -> None:
    totals = {"0001": 5, "00010001": 5, "000100010001": 3, "000100010002": 2}
    assert open_paths(totals, "") == sorted(totals)
    assert open_paths({}, "") == []
