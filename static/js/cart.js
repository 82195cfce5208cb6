// What goes into the cart: a drawer says so, and a bar keeps the button at hand on a telephone.
"use strict";

(() => {
  const drawer = document.getElementById("cart-drawer");

  document.addEventListener("vitrine:added", () => {
    document.getElementById("quick")?.close();
    if (!drawer.open) drawer.showModal();
  });

  drawer.addEventListener("click", (event) => {
    if (event.target === drawer || event.target.closest("[data-drawer-close]")) drawer.close();
  });

  // The button that was pressed may have been in a dialog that is closed now.
  drawer.addEventListener("close", () => {
    if (document.activeElement === document.body) document.getElementById("cart-link")?.focus();
  });

  // Where the answer does not come, the form is sent as it would be without a script.
  document.addEventListener("htmx:sendError", (event) => {
    if (event.detail.elt.matches("[data-buy]")) event.detail.elt.submit();
  });

  const mark = (button, isBuyable) => {
    button.textContent = isBuyable ? button.dataset.buyButton : "Sold out";
    button.disabled = !isBuyable;
  };

  document.addEventListener("vitrine:variant", (event) => {
    const { variant } = event.detail;
    for (const button of event.target.querySelectorAll("[data-buy-button]")) {
      mark(button, Boolean(variant?.buyable));
    }
    const price = event.target.querySelector("[data-buy-bar-price]");
    if (price) price.textContent = variant?.price ?? "";
  });

  const watch = (bar) => {
    const button = document.querySelector(".buy__button");
    new IntersectionObserver(([entry]) => {
      bar.hidden = entry.isIntersecting;
    }).observe(button);
  };

  const start = (place) => {
    for (const button of place.querySelectorAll("[data-buy-button]")) {
      mark(button, button.dataset.buyable === "yes");
    }
  };

  start(document);
  document.querySelectorAll("[data-buy-bar]").forEach(watch);
  // The quick view brings a form of its own.
  document.addEventListener("htmx:load", (event) => start(event.detail.elt));
})();
