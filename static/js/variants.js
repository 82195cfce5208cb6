// Options: price, stock and what is left to choose change with each choice, without asking the server.
"use strict";

(() => {
  const form = document.querySelector("[data-variants]");
  const data = document.getElementById("variant-table");
  if (!form || !data) return;

  const table = JSON.parse(data.textContent);
  const groups = [...form.querySelectorAll("[data-option]")];
  const part = (name) => document.querySelector(`[data-variant-${name}]`);
  const chosen = () =>
    groups.map((group) => group.querySelector("input:checked")?.value ?? "");
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

  const showVariant = (variant) => {
    part("price").textContent = variant?.price || "–";
    part("price").classList.toggle("price__now--sale", Boolean(variant?.was));
    part("was").hidden = !variant?.was;
    part("was-amount").textContent = variant?.was ?? "";
    part("stock").textContent = variant?.stock ?? "This combination is not made";
    part("stock").className = `stock stock--${variant?.state ?? "none"}`;
    part("sku").textContent = variant?.sku ?? "";
    part("sku").parentElement.hidden = !variant;
  };

  form.addEventListener("change", () => {
    const values = chosen();
    const variant = table.find((each) => matches(each, values));
    markAvailability(values);
    showVariant(variant);
    const address = new URL(location.href);
    for (const name of ["option1", "option2", "option3"]) address.searchParams.delete(name);
    if (variant) address.searchParams.set("variant", variant.id);
    else address.searchParams.delete("variant");
    history.replaceState(history.state, "", address);
    if (variant?.image) {
      document.dispatchEvent(new CustomEvent("vitrine:variant", { detail: { image: variant.image } }));
    }
  });

  form.addEventListener("submit", (event) => event.preventDefault());
})();
