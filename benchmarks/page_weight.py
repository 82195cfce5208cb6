"""What pages weigh, and when their largest part is painted, in a real Chromium.

    python benchmarks/page_weight.py [--url http://127.0.0.1:8000] [--rounds 3]

Without a URL, the demo shop is loaded into a database of its own and served by uvicorn under the
settings of production (hashed and compressed static files), pictures by the shop itself. Each page
is opened with an empty cache as a phone sees it (390 pixels, a processor four times slower, 1.6
Mbit/s down and 150 ms of delay, as Lighthouse's "slow 4G") and as a desk does (1280 pixels, not
slowed). Figures are Chromium's own: the largest paint and the shifts come from its
PerformanceObserver, bytes on the wire and whether something blocks rendering from its protocol.
Of the rounds the median is given; bytes are the same in each.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, sync_playwright

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand
from benchmarks.page_latency import production, web_server
from config.stack import home

CHROMIUM = os.environ.get("VITRINE_CHROMIUM", "/usr/bin/chromium")
SETTINGS = "benchmarks.weighing_settings"
PAGES = {
    "home": "/",
    "category": "/c/tents/",
    "product": "/p/fellgarth-cairn-2/",
    "search": "/search/?q=rain+jacket",
    "faq": "/faq/",
}
# Lighthouse's "slow 4G", applied to the whole connection: bytes a second and milliseconds.
SLOW_4G = {"latency": 150, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 750_000 / 8}
SLOWER = 4
WINDOWS = {"phone": (390, 844), "desk": (1280, 900)}
# Milliseconds after the load event in which late shifts and paints are still seen.
SETTLE_MS = 1500
WATCH = """
window.seen = { lcp: 0, element: "", shift: 0 };
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
        window.seen.lcp = entry.startTime;
        const element = entry.element;
        window.seen.element = element
            ? `${element.tagName.toLowerCase()}.${element.className || element.id}` : "";
    }
}).observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) window.seen.shift += entry.value;
    }
}).observe({ type: "layout-shift", buffered: true });
"""


@dataclass
class Wire:
    """What came over the connection: kind and address by request, bytes by request."""

    kinds: dict[str, str] = field(default_factory=dict)
    urls: dict[str, str] = field(default_factory=dict)
    bytes: Counter[str] = field(default_factory=Counter)

    def listen(self, session: CDPSession) -> None:
        """Take down what the browser says about its requests."""
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._finished)

    def _asked(self, event: dict[str, Any]) -> None:
        self.kinds[event["requestId"]] = event.get("type", "Other").lower()
        self.urls[event["requestId"]] = event["request"]["url"]

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes[event["requestId"]] += int(event["encodedDataLength"])

    def by_kind(self) -> dict[str, int]:
        """Return the bytes of each kind, headers included."""
        totals: Counter[str] = Counter()
        for request, number in self.bytes.items():
            totals[self.kinds.get(request, "other")] += number
        return dict(sorted(totals.items()))


def open_page(browser: Browser, url: str, window: str) -> dict[str, Any]:
    """Open a page with an empty cache; return what was seen."""
    width, height = WINDOWS[window]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    session = context.new_cdp_session(page)
    wire = Wire()
    wire.listen(session)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    if window == "phone":
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW_4G})
    page.add_init_script(WATCH)
    page.goto(url, wait_until="load", timeout=120_000)
    page.wait_for_timeout(SETTLE_MS)
    seen = page.evaluate("window.seen")
    blocking = page.evaluate(
        "performance.getEntriesByType('resource')"
        ".filter(each => each.renderBlockingStatus === 'blocking').map(each => each.name)"
    )
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
    context.close()
    return {
        "lcp_ms": round(seen["lcp"]),
        "lcp_element": seen["element"],
        "fcp_ms": round(first or 0),
        "cls": round(seen["shift"], 4),
        "requests": len(wire.bytes),
        "bytes": sum(wire.bytes.values()),
        "bytes_by_kind": wire.by_kind(),
        "render_blocking": len(blocking),
    }


def summarise(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the last round with the medians of what differs from round to round."""
    medians = {
        name: round(statistics.median(each[name] for each in rounds), 4)
        for name in ("lcp_ms", "fcp_ms", "cls")
    }
    return {**rounds[-1], **medians}


def weigh(url: str, rounds: int) -> dict[str, Any]:
    """Open every page in every window; return what was seen, by window and page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        found: dict[str, Any] = {}
        for window in WINDOWS:
            for name, path in PAGES.items():
                opened = [open_page(browser, url + path, window) for _ in range(rounds)]
                found.setdefault(window, {})[name] = summarise(opened)
                print(window, name, found[window][name], flush=True)
        browser.close()
    return found


@contextmanager
def demo_shop() -> Iterator[str]:
    """Load the demo shop, make its smaller pictures, and serve it; yields its address."""
    os.environ["MEDIA_ROOT"] = str(home() / "benchmark" / "media")
    stack = stand.prepare("page_weight")
    try:
        from django.core.management import call_command

        from shop.models import HomePicture, ProductImage
        from shop.services.images import make_renditions

        call_command("load_demo", verbosity=0)
        for images in (ProductImage.objects.all(), HomePicture.objects.all()):
            for image in images:
                make_renditions(image=image)
        with tempfile.TemporaryDirectory() as static:
            environment = {**production(static), "DJANGO_SETTINGS_MODULE": SETTINGS}
            subprocess.run(
                [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
                cwd=stand.REPOSITORY,
                env={**environment, "VITRINE_ROLE": "manage"},
                check=True,
            )
            with web_server(static, workers=2, settings=SETTINGS) as (port, _):
                yield f"http://127.0.0.1:{port}"
    finally:
        stack.stop()


def main() -> None:
    """Measure and write benchmarks/results/page_weight.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", help="a shop that is running, instead of the demo shop")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    figures = stand.origin("django", "playwright", "whitenoise")
    figures |= {"network": SLOW_4G, "processor_slowed_by": SLOWER, "rounds": options.rounds}
    if options.url:
        figures |= {"shop": options.url, **weigh(options.url.rstrip("/"), options.rounds)}
    else:
        with demo_shop() as url:
            figures |= {"shop": "the demo shop", **weigh(url, options.rounds)}
    print(stand.save("page_weight", figures))


if __name__ == "__main__":
    main()
