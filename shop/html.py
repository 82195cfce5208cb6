"""HTML from outside made safe, and plain text made from HTML."""

import nh3

ALLOWED_TAGS = {
    *("p", "br", "ul", "ol", "li", "strong", "b", "em", "i", "h2", "h3", "h4", "blockquote"),
    *(
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "a",
        "hr",
        "code",
        "sup",
        "sub",
    ),
}


def sanitise_html(html: str) -> str:
    """Return the HTML with everything removed but plain formatting and http(s) links."""
    return nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener nofollow",
    ).strip()
