// While a list is narrowed: facets stay as open or closed as they were, "Show" closes the drawer.
"use strict";

(() => {
  const opened = new Map();
  const scrolled = new Map();

  document.addEventListener("htmx:beforeSwap", () => {
    for (const facet of document.querySelectorAll("#facets details[id]")) {
      opened.set(facet.id, facet.open);
      const choices = facet.querySelector(".facet__choices");
      if (choices) scrolled.set(facet.id, choices.scrollTop);
    }
  });

  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const facets = event.detail.target;
    if (facets.id !== "facets") return;
    for (const facet of facets.querySelectorAll("details[id]")) {
      if (opened.has(facet.id)) facet.open = opened.get(facet.id);
      const choices = facet.querySelector(".facet__choices");
      if (choices && scrolled.has(facet.id)) choices.scrollTop = scrolled.get(facet.id);
    }
  });

  // More products come below the ones that are there: reading goes on at the first of them.
  let before = 0;

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.matches("[data-more]")) {
      before = document.querySelectorAll(".listing__grid .card__link").length;
    }
  });

  document.addEventListener("htmx:afterSettle", () => {
    const links = document.querySelectorAll(".listing__grid .card__link");
    if (before && links.length > before) links[before].focus({ preventScroll: true });
    if (links.length !== before) before = 0;
  });

  document.addEventListener("submit", (event) => {
    const drawer = document.getElementById("filters");
    if (event.target.id === "filter-form" && drawer.matches(":popover-open")) drawer.hidePopover();
  });
})();
