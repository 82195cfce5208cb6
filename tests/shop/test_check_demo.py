"""The demo shop is sound, and each of its checks speaks up when one thing is broken."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from shop.demo.checks import exceptions
from shop.demo.checks.counts import check_counts
from shop.demo.checks.finding import Finding
from shop.demo.checks.identity import ean13_digit
from shop.demo.checks.pictures import check_list, check_pictures
from shop.demo.checks.prose import shared_runs
from shop.demo.checks.quantities import find_quantities
from shop.demo.checks.records import Demo
from shop.demo.checks.running import check_folder, concerns
from shop.demo.checks.settings import make_settings_check
from shop.demo.listed_pictures import list_pictures, listed_hashes

DEMO = Path(settings.SHOP["DEMO_DIR"])
# Categories whose accessories fit nothing outside them: enough to break, quick to check.
SMALL = ("tents", "garden-tools", "knives-and-tools")
TENT, KIT, GLOVES = "fellgarth-cairn-2", "fellgarth-pole-repair-kit", "okapi-lane-bramble-gloves"
SAW = "ember-and-tine-folding-saw"
OPENING = {
    "key": "opening",
    "kind": "hero",
    "title": "Nights short enough to stay up for",
    "text": "What is ordered before 13:00 leaves the same day.",
    "link": {"text": "Tents", "path": "/c/tents/?sort=newest"},
    "picture": {"file": "home-summer.webp", "alt": "A tent"},
    "products": [TENT],
}
Change = Callable[[Path], None]
Record = dict[str, Any]


# ----- The shipped folder


def test_the_shipped_demo_is_sound() -> None:
    _, findings = check_folder(DEMO, (make_settings_check(settings.SHOP), check_counts))

    assert [str(finding) for finding in findings] == []


def test_every_picture_is_drawn() -> None:
    demo, _ = check_folder(DEMO)

    assert [str(finding) for finding in check_pictures(demo)] == []


def test_every_picture_is_listed_and_is_pixels_only() -> None:
    demo, _ = check_folder(DEMO)

    assert [str(finding) for finding in check_list(demo)] == []
    assert len(listed_hashes()) == len(list((DEMO / "images").glob("*.webp")))


def test_every_exception_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    reviewed = set(exceptions.REVIEWED)
    monkeypatch.setattr(exceptions, "REVIEWED", {})

    _, findings = check_folder(DEMO)

    assert {finding.subject for finding in findings} == {slug for slug, _ in reviewed}
    assert len(findings) == len(reviewed)


# ----- One thing broken


def load(file: str) -> list[Record]:
    values: list[Record] = json.loads((DEMO / file).read_text(encoding="utf-8"))
    return values


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    for name in ("shop", "commerce", "categories", "brands"):
        shutil.copy(DEMO / f"{name}.json", folder)
    shutil.copytree(DEMO / "pages", folder / "pages")
    (folder / "products").mkdir()
    (folder / "reviews").mkdir()
    used = set()
    for name in SMALL:
        shutil.copy(DEMO / f"products/{name}.json", folder / "products")
        used |= {code for item in load(f"products/{name}.json") for code in item["attributes"]}
        lines = (DEMO / f"reviews/{name}.jsonl").read_text(encoding="utf-8").splitlines(True)
        (folder / f"reviews/{name}.jsonl").write_text("".join(lines[:36]), encoding="utf-8")
    questions = [
        item for item in load("faq.json") if item["topic"] in {"Delivery", "Returns", "Paying"}
    ]
    (folder / "faq.json").write_text(json.dumps(questions), encoding="utf-8")
    attributes = [item for item in load("attributes.json") if item["code"] in used | {"weather"}]
    (folder / "attributes.json").write_text(json.dumps(attributes), encoding="utf-8")
    mission = {
        "id": "m-01",
        "mission": "mend my tent",
        "constraints": ["fits a Cairn"],
        "max_price": "20.00",
        "products": [KIT],
        "why": "It is the only one that does.",
    }
    (folder / "missions.jsonl").write_text(json.dumps(mission) + "\n", encoding="utf-8")
    (folder / "home.json").write_text(json.dumps([OPENING]), encoding="utf-8")
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "demo"))


def told_of(folder: Path) -> set[str]:
    return {str(finding) for finding in check_folder(folder)[1]}


@pytest.fixture(scope="module")
def known(sound: Path) -> set[str]:
    """Return what these categories alone lack: the products of others that they name."""
    return told_of(sound)


def test_the_small_folder_lacks_only_other_categories(known: set[str]) -> None:
    lacking = ("is no product, brand or colour", "is in no description", "reviews: stars")
    assert [line for line in known if not any(words in line for words in lacking)] == []


def change_json(file: str, change: Callable[[list[Any]], None]) -> Change:
    def apply(folder: Path) -> None:
        path = folder / file
        values = json.loads(path.read_text(encoding="utf-8"))
        change(values)
        path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")

    return apply


def change_commerce(change: Callable[[Any], object]) -> Change:
    def apply(folder: Path) -> None:
        path = folder / "commerce.json"
        value = json.loads(path.read_text(encoding="utf-8"))
        change(value)
        path.write_text(json.dumps(value), encoding="utf-8")

    return apply


def set_rate(method: int, rate: int, **fields: Any) -> Change:
    return change_commerce(lambda shop: shop["methods"][method]["rates"][rate].update(fields))


def change_product(slug: str, change: Callable[[Record], object]) -> Change:
    file = "garden-tools" if slug == GLOVES or slug.startswith("thornhythe") else "tents"
    if slug == SAW:
        file = "knives-and-tools"

    def change_one(values: list[Any]) -> None:
        change(next(value for value in values if value["slug"] == slug))

    return change_json(f"products/{file}.json", change_one)


def all_of(*changes: Change) -> Change:
    def apply(folder: Path) -> None:
        for change in changes:
            change(folder)

    return apply


def write(file: str, text: str) -> Change:
    def apply(folder: Path) -> None:
        (folder / file).write_text(text, encoding="utf-8")

    return apply


def set_field(slug: str, /, **fields: Any) -> Change:
    return change_product(slug, lambda product: product.update(fields))


def set_attribute(slug: str, **values: Any) -> Change:
    return change_product(slug, lambda product: product["attributes"].update(values))


def set_variant(slug: str, /, **fields: Any) -> Change:
    return change_product(slug, lambda product: product["variants"][0].update(fields))


def write_more(slug: str, text: str) -> Change:
    def append(product: Record) -> None:
        product["description"] += f" <p>{text}</p>"

    return change_product(slug, append)


def change_reviews(change: Callable[[list[Record]], object], file: str = "tents") -> Change:
    def apply(folder: Path) -> None:
        path = folder / f"reviews/{file}.jsonl"
        values = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        change(values)
        lines = [json.dumps(value, ensure_ascii=False) for value in values]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    return apply


def set_review(**fields: Any) -> Change:
    return change_reviews(lambda reviews: reviews[0].update(fields))


def set_all_stars(rating: int) -> Change:
    def apply(folder: Path) -> None:
        for file in SMALL:
            change_reviews(lambda rows: [row.update(rating=rating) for row in rows], file)(folder)

    return apply


def change_text(file: str, old: str, new: str) -> Change:
    def apply(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return apply


def set_shop(**fields: str) -> Change:
    return change_json("shop.json", lambda shop: shop.update(fields))  # type: ignore[attr-defined]


def answer(text: str) -> Change:
    return change_json("faq.json", lambda questions: questions[0].update(answer=text))


def set_mission(**fields: Any) -> Change:
    def apply(folder: Path) -> None:
        path = folder / "missions.jsonl"
        mission = json.loads(path.read_text(encoding="utf-8")) | fields
        path.write_text(json.dumps(mission) + "\n", encoding="utf-8")

    return apply


TWELVE = "one two and three four crows sat down upon our old fence today"
FAULTS: dict[str, tuple[Change, str]] = {
    # Shapes.
    "no JSON": (
        write("brands.json", "["),
        "brands.json: the file: cannot be read",
    ),
    "no list": (change_text("brands.json", "[", '{"all": ['), "brands.json: the file: cannot be"),
    "a line that is no JSON": (
        write("reviews/tents.jsonl", "{\n"),
        "reviews/tents.jsonl: line 1: is not JSON",
    ),
    "a key that is lacking": (
        change_product(TENT, lambda product: product.pop("status")),
        "'status' is a required property",
    ),
    "a key that is unknown": (set_field(TENT, colour="red"), "'colour' was unexpected"),
    "another type": (set_variant(TENT, stock="many"), "'many' is not of type 'integer'"),
    "another status": (set_field(TENT, status="hidden"), "status: 'hidden' is not one of"),
    "a price without cents": (set_variant(TENT, price="389"), "price: '389' does not match"),
    "a day that is none": (set_field(TENT, published_at="2024-13-01"), "does not match"),
    "the 31st of June": (set_field(TENT, published_at="2024-06-31"), "day is out of range"),
    "three options": (set_field(TENT, options=["size", "colour", "fill"]), "is too long"),
    "six stars": (set_review(rating=6), "6 is greater than the maximum of 5"),
    "a review without words": (set_review(title="", body=""), "is not valid under any"),
    "a page without front matter": (
        change_text("pages/care.md", "---\n", ""),
        "pages/care.md: the page: has no front matter",
    ),
    "a page without a summary": (
        change_text("pages/care.md", "summary: ", "abstract: "),
        "'summary' is a required property",
    ),
    # What must be unique; barcodes.
    "a slug used twice": (
        set_field("fellgarth-cairn-3", slug=TENT),
        f"{TENT}: this slug is used twice",
    ),
    "a SKU used twice": (
        set_variant(TENT, sku="FG-REPKIT"),
        "FG-REPKIT: this SKU is used twice",
    ),
    "a barcode used twice": (
        set_variant(TENT, barcode="2000073046095"),
        "2000073046095: this barcode is used twice",
    ),
    "a review id used twice": (set_review(id="r-0002"), "r-0002: this review id is used twice"),
    "a wrong check digit": (
        set_variant(KIT, barcode="2000073046094"),
        "barcode 2000073046094 has check digit 4 -> it is 5",
    ),
    "another category's barcode": (
        set_variant(KIT, barcode="2150073046090"),
        "barcode 2150073046090 does not begin with 200",
    ),
    "digits of two categories": (
        change_text("products/garden-tools.json", '"215', '"200'),
        "the digits 200 serve garden-tools and tents",
    ),
    # Lists that products refer to.
    "an unknown category": (
        set_field(TENT, category="yurts"),
        "category yurts is no leaf category",
    ),
    "a branch for a category": (set_field(TENT, category="camp"), "category camp is no leaf"),
    "the wrong file": (set_field(TENT, category="garden-tools"), "it is of category garden-tools"),
    "an unknown brand": (set_field(TENT, brand="acme"), "brand acme does not exist"),
    "a title without its brand": (
        set_field(GLOVES, title="Bramble Gloves"),
        "the title does not begin with the brand's name",
    ),
    "published tomorrow": (set_field(TENT, published_at="2031-01-01"), "published on 2031-01-01"),
    "an unknown attribute": (set_attribute(TENT, charm="high"), "attribute charm is not defined"),
    "a number as text": (set_attribute(TENT, persons="two"), "persons = 'two' is no number"),
    "a yes as a number": (set_attribute(TENT, freestanding=1), "freestanding = 1 is no boolean"),
    "a value listed twice": (
        set_attribute(TENT, colour=["Moss green", "Moss green"]),
        "colour lists a value twice",
    ),
    "an accessory of nothing": (
        set_attribute(KIT, fits="Fellgarth Cairn 9"),
        "fits names 'Fellgarth Cairn 9', which is no product's title",
    ),
    "an accessory of itself": (
        set_attribute(KIT, fits="Fellgarth Pole Splint and Repair Kit"),
        "it fits itself",
    ),
    "an accessory that does not say so": (
        set_attribute(KIT, fits="Thornhythe Dock Weeder"),
        "fits 'Thornhythe Dock Weeder', but the text does not name it",
    ),
    "an option without values": (
        change_product(GLOVES, lambda product: product["attributes"].pop("size")),
        "option size is not among the attributes",
    ),
    "an option's value that is not listed": (
        set_attribute(GLOVES, size=["S", "M"]),
        "size ['L'] not listed under attributes",
    ),
    "an option's value of no variant": (
        set_attribute(GLOVES, size=["S", "M", "L", "XL"]),
        "size ['XL'] is listed, but no variant has it",
    ),
    "a variant without its option": (set_variant(GLOVES, options=[]), "has not one value for each"),
    "equal variants": (set_variant(GLOVES, options=["M"]), "two variants have equal options"),
    "variants without an option": (set_field(GLOVES, options=[]), "several variants, no options"),
    "a gift": (set_variant(TENT, price="0.00"), "costs nothing"),
    "a sale that saves nothing": (
        set_variant(TENT, compare_at_price="1.00"),
        "compare_at_price is not above its price",
    ),
    "a weight that no variant has": (
        set_variant(TENT, weight_g=9),
        "weight 2100 g is no variant's weight_g",
    ),
    "a picture of another name": (
        set_field(TENT, images=[{"file": "tent.webp", "alt": "A tent"}]),
        "images are tent",
    ),
    # Descriptions.
    "a short description": (
        set_field(TENT, description="<p>A tent.</p>"),
        "the description has 2 words",
    ),
    "a long description": (write_more(TENT, "very " * 200), "words -> write 60 to 200"),
    "a tag that is not allowed": (write_more(TENT, "<h2>New</h2>"), "tags ['h2'] in the"),
    "a tag that stays open": (write_more(TENT, "<em>so"), "closes nothing"),
    "a run of words in two descriptions": (
        all_of(write_more(TENT, TWELVE), write_more(GLOVES, TWELVE)),
        f"shares 13 words with {GLOVES}",
    ),
    "a run of words in a review": (
        all_of(write_more(TENT, TWELVE), set_review(body=TWELVE)),
        f"r-0001: shares 13 words with {TENT}",
    ),
    "a template": (
        all_of(
            write_more(TENT, "We slept under the Cairn for 9 nights and it never let water in."),
            write_more(KIT, "We slept under the Lintel for 4 nights and it never let water in."),
        ),
        f"same sentence as {TENT} with other names",
    ),
    # Attributes against descriptions.
    "a number that the text lacks": (
        set_attribute(TENT, packed_length=51),
        f"{TENT}: packed_length: 51 cm is not said",
    ),
    "a number in another unit's place": (
        set_attribute("thornhythe-secateurs-18", cutting_capacity=176),
        "cutting_capacity: 176 mm is not said",
    ),
    "a number inside a text": (
        set_attribute(KIT, weather="To 77 °C"),
        "weather: 77 °C is not said",
    ),
    "another material": (
        set_attribute("thornhythe-tide-trowel", handle_material="Rubber"),
        "handle_material is Rubber, but the text names ash",
    ),
    "a yes that the text denies": (
        set_attribute(GLOVES, machine_washable=True),
        "machine_washable is true, but the text says “no machine”",
    ),
    "a no that the text denies": (
        write_more(GLOVES, "Machine wash at 30 °C."),
        "machine_washable is false, but the text says “Machine wash”",
    ),
    "vegan leather": (
        set_attribute(GLOVES, vegan=True),
        "vegan is true, but the material is Goatskin",
    ),
    "another number of sizes": (
        write_more(GLOVES, "It comes in seven sizes."),
        "the text says seven sizes, 3 are listed",
    ),
    "another range of sizes": (
        write_more(GLOVES, "Sizes S to XXL."),
        "the text says sizes S to XXL, S, M, L are listed",
    ),
    "another model": (set_attribute("quillon-sl1", model_code="SL9"), "model_code SL9 is not in"),
    "a product that is not there": (
        write_more(TENT, "For winter there is the Snowgoose."),
        "Snowgoose is no product, brand or colour of the shop",
    ),
    # Reviews.
    "a review of nothing": (set_review(product="yeti"), "product yeti does not exist"),
    "a review in the wrong file": (set_review(product=GLOVES), "its product is of garden-tools"),
    "a review too early": (
        set_review(created_at="2019-01-01T08:00:00Z"),
        "written on 2019-01-01, but fellgarth-cairn-2 was published on",
    ),
    "a review from the future": (
        set_review(created_at="2031-01-01T08:00:00Z"),
        "written on 2031-01-01, after",
    ),
    "a hidden review that helped": (
        set_review(status="pending", helpful_count=3),
        "is not shown, but was found helpful",
    ),
    "only praise": (set_all_stars(5), "100% have five stars"),
    "more twos than ones": (set_all_stars(2), "0 have one star"),
    # Pages and answers.
    "a link to nowhere": (answer("See [here](/pages/nowhere/)."), "the link /pages/nowhere/ leads"),
    "another e-mail": (set_shop(email="hi@example.org"), "the shop's is hi@example.org"),
    "a question in no category": (
        change_json("faq.json", lambda items: items[0].update(categories=["yurts"])),
        "faq.json: how-long-does-delivery-take: there is no category yurts",
    ),
    "a question's categories for nothing": (
        change_json("faq.json", lambda items: items[4].update(categories=["tents"])),
        "'on_products' is a dependency of 'categories'",
    ),
    "another telephone": (answer("Ring +353 20 915 0000."), "telephone +353 20 915 0000"),
    "another currency": (set_shop(currency="GBP"), "prices are written with €"),
    "pounds": (answer("It costs £5."), "an amount in £"),
    "another country": (set_shop(country="SE"), "Sweden is not on it"),
    "a country that gets no parcels": (answer("We ship to Poland."), "Poland is not in the table"),
    "another price of shipping": (
        answer("€4.00 within Ireland (free from €60)."),
        "€4.00, free from €60, is in no row of the table",
    ),
    "another time of shipping": (
        answer("3–5 to Austria and Spain."),
        "3–5 days to Spain, where the table has 4–7",
    ),
    "another number of countries": (
        answer("To the twelve countries on the page."),
        "twelve countries, but the table has 13",
    ),
    "another return window": (
        answer("Send it back within 14 days of delivery."),
        "return window: 14, where pages/returns has 30",
    ),
    "another hour": (answer("Order before 15:30."), "15:30 is on no page"),
    "other days": (answer("It takes 77 days."), "77.0 days is on no page"),
    "a page that lost its statement": (
        change_text("pages/shipping.md", "before 13:00", "early"),
        "hour of the last order: is not stated",
    ),
    "a repair at another price": (write_more(TENT, "A slider is €3.33."), "€3.33 is on no page"),
    "an answer with another price": (answer("It costs €3.33."), "faq.json: how-long"),
    "an answer with another measure": (
        answer("The Cairn 2 weighs 1,234 g."),
        "1234 g is in no description that it names",
    ),
    "another promise": (
        answer("Skarholt gives 9 years."),
        "Skarholt promises 9 years, the table has 4",
    ),
    "another number of makers": (
        change_json("brands.json", lambda brands: brands.pop()),
        "makers, but brands.json has",
    ),
    "another size": (
        change_text("pages/size-guide.md", "S to 19 cm", "S to 17 cm"),
        "Bramble Gloves: 17 is not in okapi-lane-bramble-gloves",
    ),
    # What is charged against what is promised.
    "another charge for shipping": (
        set_rate(0, 0, price="5.90"),
        "IE: €5.90, free from €60, 1–2 days, the page has €4.90, free from €60, 1–2 days",
    ),
    "another limit for free shipping": (
        set_rate(0, 1, free_from="100.00"),
        "AT: €7.90, free from €100, 3–5 days, the page has €7.90, free from €120, 3–5 days",
    ),
    "another time for delivery": (
        set_rate(0, 2, days=[4, 9]),
        "SE: €9.90, free from €150, 4–9 days, the page has €9.90, free from €150, 4–7 days",
    ),
    "a country that is promised and not served": (
        set_rate(0, 0, countries=["IT"]),
        "IE: nothing, the page has €4.90, free from €60, 1–2 days",
    ),
    "a country with two prices": (set_rate(0, 0, countries=["IE", "SE"]), "SE has two prices"),
    "a country by another name": (
        change_commerce(lambda shop: shop["countries"][0].update(name="Eire")),
        "Eire is not in the table",
    ),
    "a country without a tax": (
        change_commerce(lambda shop: shop["tax_classes"][0]["rates"].pop("FI")),
        "FI: is in the countries or in standard only",
    ),
    "a rate of a country that is not listed": (
        set_rate(1, 0, countries=["GB"]),
        "express: GB is no country of the shop",
    ),
    "another price of express": (
        set_rate(1, 0, price="8.50"),
        "IE: €8.50, 1–1 days, the page has IE: €9.50, 1–1 days",
    ),
    "express abroad": (set_rate(1, 0, countries=["IE", "FR"]), "FR: €9.50, 1–1 days, IE: €9.50"),
    "tax that comes on top": (
        change_commerce(lambda shop: shop["tax_classes"][0].update(is_included=False)),
        "standard: comes on top, but all prices include VAT",
    ),
    "another return window in the settings": (
        change_commerce(lambda shop: shop["returns"].update(days=14)),
        "returns: days: 14, pages/returns has 30",
    ),
    "another price of a label": (
        change_commerce(lambda shop: shop["returns"].update(label_price="4.90")),
        "price of a label: 4.90, pages/returns has 5.90",
    ),
    "a free label from elsewhere": (
        change_commerce(lambda shop: shop["returns"].update(label_free_in=["FR"])),
        "free label: France, pages/returns has Ireland",
    ),
    "another reservation": (
        change_commerce(lambda shop: shop.update(reservation_minutes=20)),
        "20, but how-long-are-things-kept-while-i-pay has 30",
    ),
    "commerce of another shape": (
        change_commerce(lambda shop: shop.pop("coupons")),
        "commerce.json: the commerce: the record: 'coupons' is a required property",
    ),
    # Missions.
    "a mission without an answer": (set_mission(products=["yeti"]), "product yeti does not exist"),
    "a mission that costs more": (set_mission(max_price="5.00"), "costs 19.50, more than 5.00"),
    "a mission that is sold out": (set_variant(KIT, stock=0), f"{KIT} is sold out"),
    "a mission for a draft": (set_field(KIT, status="draft"), f"{KIT} is draft"),
}


@pytest.mark.parametrize(("change", "told"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_found(folder: Path, known: set[str], change: Change, told: str) -> None:
    change(folder)

    new = told_of(folder) - known

    assert any(told in line for line in new), new


# ----- What stands beside the folder


def test_a_shop_with_other_settings_is_told(sound: Path) -> None:
    shop = {
        **settings.SHOP,
        "CURRENCY": "SEK",
        "LOCALE": "sv_SE",
        "COUNTRY": "IE",
        "RETURN_DAYS": 14,
        "RESERVATION_MINUTES": 10,
    }

    demo, _ = check_folder(sound)

    findings = [*make_settings_check(shop)(demo)]
    assert [(finding.subject, finding.problem) for finding in findings] == [
        ("currency", "EUR, but the shop's settings have SEK"),
        ("country", "IE, but the shop's settings have SE"),
        ("days", "30, but the shop's settings have 14"),
        ("minutes", "30, but the shop's settings have 10"),
    ]


def test_the_small_folder_is_not_the_full_size(sound: Path) -> None:
    _, findings = check_folder(sound, (check_counts,))

    told = {finding.subject for finding in findings}
    assert {"active products", "leaf categories", "reviews", "missions", "rain-jackets"} <= told


def test_pictures_are_wanted_by_name(folder: Path) -> None:
    (folder / "drawings").mkdir()
    (folder / "images").mkdir()
    for stem in (TENT, "stray"):
        (folder / f"drawings/{stem}.svg").write_text("<svg><title>A tent</title></svg>")
    (folder / f"images/{TENT}.webp").touch()
    set_field(TENT, images=[{"file": f"{TENT}.webp", "alt": "A green tent"}])(folder)

    demo, _ = check_folder(folder)
    told = [str(finding) for finding in check_pictures(demo)]

    assert f"products/tents.json: {KIT}: drawings/{KIT}.svg is missing" in "\n".join(told)
    assert f"images/{KIT}.webp is missing" in "\n".join(told)
    assert "drawings: stray: belongs to no product and no section -> remove it" in told
    assert [line.partition(f"{TENT}: ")[2] for line in told if f" {TENT}: " in line] == [
        f"drawings/{TENT}.svg has another <title> than the alt text -> draw it again",
        "has 1 picture -> name 2: <slug>.webp and <slug>-detail.webp",
    ]
    assert "home.json: opening: drawings/home-summer.svg is missing" in "\n".join(told)


WINTER = {"from": "11-01", "until": "03-01"}


def set_opening(*others: Record, **changes: Any) -> Change:
    def apply(folder: Path) -> None:
        text = json.dumps([OPENING | changes, *others])
        (folder / "home.json").write_text(text, encoding="utf-8")

    return apply


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (set_opening(link={"text": "Go", "path": "/c/nowhere/"}), "/c/nowhere/ leads nowhere"),
        (set_opening(link={"text": "Go", "path": "/products/x/"}), "/products/x/ leads nowhere"),
        (set_opening(link={"text": "Go", "path": "https://x.example/"}), "link/path"),
        (set_opening(text="See [there](/c/nowhere/)."), "/c/nowhere/ leads nowhere"),
        (set_opening(text="Ordered before 15:00, sent the same day."), "15:00, where pages/"),
        (set_opening(category="nowhere"), "there is no category nowhere"),
        (set_opening(products=["no-such-tent"]), "no-such-tent is not on sale"),
        (set_opening(season=WINTER), "03-01 and 244 other days have 0 openings"),
        (set_opening(OPENING | {"key": "b", "season": WINTER}), "01-01 and 120 other days have 2"),
        (set_opening(OPENING), "this key is used twice"),
        (set_opening(season={"from": "02-30", "until": "03-01"}), "02-30 is no day"),
        (set_opening(kind="carousel"), "kind"),
        (set_opening(rule="newest"), "opening"),
        (set_opening(kind="products"), "'rule' is a required property"),
        (set_opening(kind="products", rule="category"), "'category' is a required property"),
        (set_opening(title="Two tents by Snowmoor"), "Snowmoor is no product"),
    ],
)
def test_a_fault_of_the_front_page_is_told(
    folder: Path, known: set[str], change: Change, told: str
) -> None:
    change(folder)
    new = told_of(folder) - known
    assert any(line.startswith("home.json: ") and told in line for line in new), new


def test_what_is_sold_out_is_not_picked_for_the_front_page(folder: Path) -> None:
    set_variant(TENT, stock=0)(folder)
    assert any("opening: fellgarth-cairn-2 is sold out" in line for line in told_of(folder))


def test_seasons_that_meet_are_no_fault(folder: Path, known: set[str]) -> None:
    rest = OPENING | {"key": "rest", "season": {"from": "03-01", "until": "11-01"}}
    set_opening(rest, season=WINTER)(folder)
    assert told_of(folder) - known == set()


def test_a_picture_is_listed_by_its_bytes_and_holds_nothing_else(folder: Path) -> None:
    (folder / "images").mkdir()
    given = (DEMO / f"images/{TENT}.webp").read_bytes()
    exif = b"EXIF" + (4).to_bytes(4, "little") + b"mine"
    larger = b"RIFF" + (len(given) + len(exif) - 8).to_bytes(4, "little") + given[8:] + exif
    contents = {"sound": given, "other": given, "behind": given + b"PK", "within": larger}
    for stem, content in contents.items():
        (folder / f"images/{stem}.webp").write_bytes(content)
    (folder / "images/gone.webp").write_bytes(given)
    list_pictures(folder, [*contents, "gone"])
    (folder / "images/gone.webp").unlink()
    (folder / "images/other.webp").write_bytes(given[:-1] + b"?")
    (folder / "images/new.webp").write_bytes(given)

    demo, _ = check_folder(folder)
    told = {finding.subject: finding.problem for finding in check_list(demo)}

    assert told == {
        "behind": "holds more than pixels",
        "within": "holds more than pixels",
        "other": "is another picture",
        "new": "is another picture",
        "gone.webp": "is not there",
    }
    list_pictures(folder, ["other", "new"])
    assert {finding.subject for finding in check_list(demo)} == {"behind", "within"}


def test_only_what_concerns_the_categories_is_shown() -> None:
    finding = Finding(
        file="products/tents.json",
        subject="a",
        problem="b",
        mend="c",
        also_in="reviews/backpacks.jsonl",
    )

    assert [concerns(finding, set(x)) for x in ([], ["tents"], ["backpacks"], ["knives"])] == [
        True,
        True,
        True,
        False,
    ]


# ----- The command and the module


def test_the_command_needs_no_database() -> None:
    out = StringIO()

    call_command("check_demo", stdout=out)

    assert "reviews are sound" in out.getvalue()


def test_the_command_fails_with_the_findings(folder: Path) -> None:
    set_variant(KIT, stock=0)(folder)
    out, err = StringIO(), StringIO()

    with pytest.raises(CommandError, match="findings in"):
        call_command("check_demo", folder=folder, counts=True, stdout=out, stderr=err)

    assert f"{KIT} is sold out" in err.getvalue()
    assert "active products" in out.getvalue()


@pytest.mark.parametrize(("price", "code"), [("38.00", 0), ("0.00", 1)])
def test_the_module_runs_without_django(folder: Path, price: str, code: int) -> None:
    set_variant(SAW, price=price)(folder)
    program = (
        "import runpy, sys; sys.modules['django'] = None; "
        f"sys.argv = ['checks', '--folder', {str(folder)!r}, 'knives-and-tools']; "
        "runpy.run_module('shop.demo.checks', run_name='__main__')"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (code, ""), done.stdout


# ----- The parts


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("weighs 1,480 g", 1.48, "kg"),
        ("Thirty-eight litres", 38, "l"),
        ("three and a half minutes", 3.5, "min"),
        ("two-and-a-half-layer", 2.5, ""),
        ("55 × 35 × 20 cm", 350, "mm"),
        ("S to 92 cm, M to 100, L to 108", 108, "cm"),
        ("down to minus 15 °C", -15, "°C"),
        ("from −5 to 10 °C", -5, "°C"),
        ("half a litre", 500, "ml"),
        ("a metre of cord", 1, "m"),
        ("180 grams a square metre", 180, "g/m²"),
        ("1.4 litres a minute", 1.4, "l/min"),
        ("sleeps four", 4, ""),
        ("a hundred and twenty lumens", 120, "lm"),
    ],
)
def test_quantities_are_read_as_people_write_them(text: str, value: float, unit: str) -> None:
    assert any(quantity.means(value, unit) for quantity in find_quantities(text))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("weighs 148 g", 1480, "g"),
        ("212 g in M", 212, "m"),
        ("a tent", 1, ""),
        ("a second door", 1, "s"),
        ("200 g/m²", 200, "g"),
        ("takes 18650 cells", 18650, "g"),
    ],
)
def test_quantities_are_not_read_into_a_text(text: str, value: float, unit: str) -> None:
    assert not any(quantity.means(value, unit) for quantity in find_quantities(text))


def test_the_longest_shared_run_is_told_once() -> None:
    texts: Iterator[tuple[str, str, list[str]]] = iter(
        [
            ("a", "one", list("abcdefgh")),
            ("b", "two", list("xxcdefgx")),
            ("b", "three", list("cdecdxde")),
        ]
    )

    assert list(shared_runs(texts, 3)) == [
        (("a", "one"), ("b", "two"), list("cdefg")),
        (("a", "one"), ("b", "three"), list("cde")),
    ]


def test_check_digits_are_those_of_gs1() -> None:
    # The example of the GS1 General Specifications, section 7.9.
    assert ean13_digit("629104150021") == "3"


def test_unsound_records_do_not_stop_the_other_checks(folder: Path) -> None:
    set_field(TENT, title=7)(folder)

    demo: Demo = check_folder(folder)[0]

    assert TENT not in demo.by_slug
    assert KIT in demo.by_slug
