// The summary stands open beside the form where there is room, and folds above it where there is not.
"use strict";

(() => {
  const isWide = matchMedia("(min-width: 60rem)");
  let wasOpen = false;

  const arrange = () => {
    const summary = document.querySelector("[data-summary]");
    if (summary) summary.open = isWide.matches || summary.open || wasOpen;
  };

  document.addEventListener("htmx:beforeSwap", () => {
    wasOpen = document.querySelector("[data-summary]")?.open ?? false;
  });
  document.addEventListener("htmx:afterSettle", arrange);
  isWide.addEventListener("change", arrange);
  arrange();
})();
