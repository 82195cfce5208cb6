"""Links in pages, answers and descriptions lead somewhere."""

import re
from collections.abc import Iterator
from typing import Final

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo

_LINK: Final = re.compile(r"\]\(([^)\s]+)\)|href=[\"']([^\"']+)[\"']")


def check_places(demo: Demo) -> Iterator[Finding]:
    """Yield categories of questions that are not in the tree."""
    known = {*demo.leaves, *demo.branches}
    for question in demo.questions:
        for slug in question.categories:
            if slug not in known:
                yield Finding(
                    file="faq.json",
                    subject=question.slug,
                    problem=f"there is no category {slug}",
                    mend="write the slug of a leaf or a branch of categories.json",
                )


def check_links(demo: Demo) -> Iterator[Finding]:
    """Yield links that lead to no page, product or category of the shop."""
    there = targets(demo)
    texts = [(page.file, "text", page.said) for page in demo.pages]
    texts += [("faq.json", q.slug, q.answer) for q in demo.questions]
    texts += [("home.json", section.key, section.text) for section in demo.home]
    texts += [("categories.json", slug, guide) for slug, guide in demo.guides.items()]
    texts += [(p.file, p.slug, p.description) for p in demo.products]
    for file, subject, text in texts:
        for markdown, markup in _LINK.findall(text):
            target = (markdown or markup).split("#")[0]
            if target not in there:
                yield Finding(
                    file=file,
                    subject=subject,
                    problem=f"the link {target} leads nowhere",
                    mend="write /pages/<slug>/ of a page that exists",
                )


def targets(demo: Demo) -> set[str]:
    """Return the paths that the shop has pages for."""
    there = {"/", "/c/", "/faq/"} | {f"/pages/{page.slug}/" for page in demo.pages}
    there |= {f"/p/{slug}/" for slug in demo.by_slug}
    return there | {f"/c/{slug}/" for slug in [*demo.leaves, *demo.branches]}
