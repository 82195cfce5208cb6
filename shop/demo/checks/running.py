"""All checks in the order in which a reader wants to hear of them."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import Final

from shop.demo.checks.catalogue import check_products
from shop.demo.checks.commerce import check_commerce
from shop.demo.checks.figures import check_answers, check_figures
from shop.demo.checks.finding import Finding
from shop.demo.checks.home import check_home
from shop.demo.checks.identity import check_barcodes, check_identity
from shop.demo.checks.links import check_links, check_places
from shop.demo.checks.meanings import check_meanings
from shop.demo.checks.missions import check_missions
from shop.demo.checks.names import check_names
from shop.demo.checks.policies import (
    check_amounts,
    check_facts,
    check_makers,
    check_settings,
    check_shipping,
    check_sizes,
)
from shop.demo.checks.prose import check_descriptions, check_runs, check_templates
from shop.demo.checks.reading import read_demo
from shop.demo.checks.records import Demo
from shop.demo.checks.reviews import check_reviews, check_stars

Check = Callable[[Demo], Iterator[Finding]]
ALWAYS: Final[tuple[Check, ...]] = (
    check_identity,
    check_barcodes,
    check_products,
    check_descriptions,
    check_figures,
    check_answers,
    check_names,
    check_meanings,
    check_reviews,
    check_stars,
    check_links,
    check_places,
    check_home,
    check_settings,
    check_shipping,
    check_commerce,
    check_facts,
    check_amounts,
    check_makers,
    check_sizes,
    check_missions,
    check_runs,
    check_templates,
)


def check_folder(folder: Path, extra: tuple[Check, ...] = ()) -> tuple[Demo, list[Finding]]:
    """Return what is in the folder and everything that is wrong with it."""
    demo, findings = read_demo(folder)
    for check in (*ALWAYS, *extra):
        findings += check(demo)
    return demo, findings


def concerns(finding: Finding, categories: set[str]) -> bool:
    """Tell whether the finding is about a file of one of these leaf categories."""
    files = (finding.file, finding.also_in)
    return not categories or any(PurePath(file).stem in categories for file in files if file)
