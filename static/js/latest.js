// Of several answers for the same place only that to the last question is shown, whenever it comes.
"use strict";

(() => {
  const latest = new WeakMap();

  document.addEventListener("htmx:beforeSend", (event) => {
    latest.set(event.detail.target, event.detail.xhr);
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, xhr } = event.detail;
    if (latest.has(target) && latest.get(target) !== xhr) event.detail.shouldSwap = false;
  });
})();
