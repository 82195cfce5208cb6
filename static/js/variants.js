// Options: price, stock and what is left to choose change with each choice, without asking the server.
"use strict";

(() => {
  const FIELDS = ["option1", "option2", "option3"];

  const addressOf = (variant, base) => {
    const address = new URL(base);
    for (const name of FIELDS) address.searchParams.delete(name);
    if (variant) address.searchParams.set("variant", variant.id);
    else address.searchParams.delete("variant");
    return address;
  };

  const start = (choice) => {
    const root = choice.closest("[data-product]");
    const table = JSON.parse(root.querySelector("script[type='application/json']").textContent);
    const groups = [...choice.querySelectorAll("[data-option]")];
    const part = (name) => root.querySelector(`[data-variant-${name}]`);
    const chosen = () => groups.map((group) => group.querySelector("input:checked")?.value ?? "");
    const matches = (variant, values) =>
      values.every((value, index) => variant.options[index] === value);

    const markAvailability = (values) => {
      groups.forEach((group, index) => {
        for (const label of group.querySelectorAll(".option")) {
          const wanted = values.with(index, label.querySelector("input").value);
          const isThere = table.some((variant) => variant.buyable && matches(variant, wanted));
          label.classList.toggle("option--gone", !isThere);
          label.querySelector("[data-option-gone]").hidden = isThere;
        }
        group.querySelector("[data-option-chosen]").textContent = values[index];
      });
    };

    const showStock = (text, state) => {
      part("stock").textContent = text;
      part("stock").className = `stock stock--${state}`;
      for (const each of root.querySelectorAll("[data-stock-states]")) {
        each.hidden = !each.dataset.stockStates.split(" ").includes(state);
      }
    };

    const showCarriage = (variant) => {
      const line = root.querySelector("[data-free-from]");
      if (!line) return;
      const { freeFrom } = line.dataset;
      const isFree = Boolean(freeFrom && variant) && Number(variant.amount) >= Number(freeFrom);
      line.querySelector("[data-sent-free]").hidden = !isFree;
      line.querySelector("[data-sent-paid]").hidden = isFree;
    };

    const showVariant = (variant) => {
      part("price").textContent = variant?.price || "–";
      part("price").classList.toggle("price__now--sale", Boolean(variant?.was));
      part("was").hidden = !variant?.was;
      part("was-amount").textContent = variant?.was ?? "";
      part("saving").hidden = !variant?.saving;
      part("saving").textContent = variant?.saving ?? "";
      showStock(variant?.stock ?? "This combination is not made", variant?.state ?? "none");
      showCarriage(variant);
      part("sku").textContent = variant?.sku ?? "";
      part("sku").parentElement.hidden = !variant;
      for (const field of root.querySelectorAll("[data-variant-id]")) {
        field.value = variant?.id ?? "";
      }
    };

    const showAddress = (variant) => {
      if ("keepsAddress" in choice.dataset) {
        history.replaceState(history.state, "", addressOf(variant, location.href));
      }
      const link = part("link");
      if (link) link.href = addressOf(variant, link.href);
    };

    choice.addEventListener("change", () => {
      const values = chosen();
      const variant = table.find((each) => matches(each, values));
      markAvailability(values);
      showVariant(variant);
      showAddress(variant);
      const detail = { variant: variant ?? null, image: variant?.image ?? null };
      root.dispatchEvent(new CustomEvent("vitrine:variant", { detail, bubbles: true }));
    });
  };

  const started = new WeakSet();
  const startAll = (place) => {
    for (const choice of place.querySelectorAll("[data-variants]")) {
      if (!started.has(choice)) start(choice);
      started.add(choice);
    }
  };

  startAll(document);
  // The quick view brings options of its own.
  document.addEventListener("htmx:load", (event) => startAll(event.detail.elt));
})();
