"""R1 over HTTP: many buyers order the last pieces of one thing at the same moment.

    python benchmarks/checkout_storm.py [--buyers 64] [--units 10] [--rounds 50]

A real web server (uvicorn) on a database of its own; every buyer is a thread with a connection of
its own and a cart of its own. With so many units, exactly so many orders must come out of each
round, all others must be told so politely (409), the stock must end at 0, and nothing may end in
an error of the server. The control runs the same rounds against a server that reads the stock
first and writes it back, as the textbook does not.
"""

from __future__ import annotations

import argparse
import http
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand

HOST = "127.0.0.1"
TOTAL = "24.90"
CONTROL = "benchmarks.careless_selling"


@contextmanager
def web_server(settings: str = "config.settings.dev") -> Iterator[int]:
    """Run the shop under uvicorn; yields its port."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
    # One address buys all: its rate limit is what the benchmark is not about.
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": settings,
        "VITRINE_ROLE": "web",
        "API_ANONYMOUS_RATE": "1000000/min",
    }
    command = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--lifespan", "off", "--no-access-log"], cwd=stand.REPOSITORY, env=environment
    )
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def wait_for(port: int, within_s: float = 60.0) -> None:
    """Wait until the server answers."""
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        try:
            if request(port, "GET", "/livez")[0] == http.HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The web server does not answer.")


def request(
    port: int, method: str, path: str, body: Any = None, key: str = ""
) -> tuple[int, dict[str, Any]]:
    """Send one request and return its status and its JSON."""
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    headers = {"Content-Type": "application/json", "Idempotency-Key": key or "-"}
    try:
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        response = connection.getresponse()
        text = response.read()
    finally:
        connection.close()
    try:
        return response.status, json.loads(text)
    except ValueError:
        return response.status, {}


def make_shop() -> Any:
    """Make a shop with one thing to sell; returns the variant."""
    from shop.models import Product, ShippingCountry, ShippingMethod, ShippingRate, Variant

    country = ShippingCountry.objects.create(code="IE", name="Ireland")
    method = ShippingMethod.objects.create(code="standard", name="Standard")
    ShippingRate.objects.create(method=method, country=country, price="4.90")
    product = Product.objects.create(slug="lamp", title="The last lamps", status="active")
    return Variant.objects.create(product=product, sku="LAMP", price="20.00", stock=0)


def carts_of(variant: Any, buyers: int) -> list[str]:
    """Give each buyer a cart with one piece; returns the carts' tokens."""
    from shop.models import Cart, CartLine

    carts = Cart.objects.bulk_create(Cart() for _ in range(buyers))
    CartLine.objects.bulk_create(CartLine(cart=cart, variant=variant) for cart in carts)
    return [str(cart.token) for cart in carts]


def buy(port: int, cart: str) -> int:
    """Order a cart and return the status."""
    address = {"name": "Ada Moor", "line1": "1 Quay Street", "city": "Galway", "country": "IE"}
    body = {
        "cart": cart,
        "email": f"{cart[:8]}@example.com",
        "address": address,
        "payment_method": "bank_transfer",
        "expected_total": TOTAL,
    }
    return request(port, "POST", "/api/v1/orders/", body, key=cart)[0]


def run_round(port: int, variant: Any, *, buyers: int, units: int) -> dict[str, Any]:
    """Sell some units to many buyers at once, and count what came of it."""
    from shop.models import OrderLine

    type(variant).objects.update(stock=units)
    before = OrderLine.objects.count()
    carts = carts_of(variant, buyers)
    statuses: list[int] = []
    times: list[float] = []
    start = Barrier(buyers)

    def act(cart: str) -> None:
        start.wait()
        began = time.perf_counter()
        statuses.append(buy(port, cart))
        times.append(1000 * (time.perf_counter() - began))

    threads = [Thread(target=act, args=[cart]) for cart in carts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    variant.refresh_from_db()
    return {
        "orders": OrderLine.objects.count() - before,
        "stock": variant.stock,
        "statuses": dict(Counter(map(str, statuses))),
        "median_ms": round(statistics.median(times)),
        "slowest_ms": round(max(times)),
    }


def storm(settings: str, *, buyers: int, units: int, rounds: int) -> dict[str, Any]:
    """Run the rounds against one server and sum them up."""
    from django.core.management import call_command

    call_command("flush", interactive=False, verbosity=0)
    variant = make_shop()
    with web_server(settings) as port:
        run_round(port, variant, buyers=buyers, units=units)  # warm: connections, imports
        found = [run_round(port, variant, buyers=buyers, units=units) for _ in range(rounds)]
    expected = {"201": units, "409": buyers - units}
    return {
        "rounds": rounds,
        "rounds_right": sum(
            one["orders"] == units and one["stock"] == 0 and one["statuses"] == expected
            for one in found
        ),
        "orders_in_a_round": sorted({one["orders"] for one in found}),
        "stock_at_the_end": sorted({one["stock"] for one in found}),
        "statuses": dict(sum((Counter(one["statuses"]) for one in found), Counter())),
        "median_ms": round(statistics.median(one["median_ms"] for one in found)),
        "slowest_ms": max(one["slowest_ms"] for one in found),
    }


def main() -> None:
    """Measure and write benchmarks/results/checkout_storm.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--buyers", type=int, default=64)
    parser.add_argument("--units", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--control-rounds", type=int, default=5)
    options = parser.parse_args()

    figures = stand.origin("django", "psycopg", "uvicorn")
    stack = stand.prepare("checkout_storm")
    size = {"buyers": options.buyers, "units": options.units}
    try:
        figures |= {"command": " ".join(sys.argv), **size}
        figures["storm"] = storm("config.settings.dev", **size, rounds=options.rounds)
        figures["control"] = storm(CONTROL, **size, rounds=options.control_rounds)
    finally:
        stack.stop()
    print(json.dumps({name: figures[name] for name in ("storm", "control")}, indent=2))
    print(stand.save("checkout_storm", figures))


if __name__ == "__main__":
    main()
