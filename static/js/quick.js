// The quick view: what htmx fetched for it opens in a dialog, and the focus returns to the card.
"use strict";

(() => {
  const dialog = document.getElementById("quick");
  const content = document.getElementById("quick-content");
  let opener = null;

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.target === content) opener = event.detail.elt;
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== content) return;
    dialog.showModal();
    dialog.scrollTop = 0;
  });

  // What cannot be shown here is shown on the product's page.
  for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, (event) => {
      if (event.detail.target === content) location.assign(event.detail.elt.href);
    });
  }

  dialog.addEventListener("click", (event) => {
    const isBeside = event.target === dialog;
    if (isBeside || event.target.closest("[data-quick-close]")) dialog.close();
  });

  dialog.addEventListener("vitrine:variant", (event) => {
    const strip = content.querySelector("[data-quick-strip]");
    const picture = strip.querySelector(`[data-picture="${event.detail.image}"]`);
    if (picture) strip.scrollTo({ left: picture.offsetLeft });
  });

  dialog.addEventListener("close", () => {
    content.replaceChildren();
    opener?.focus();
  });
})();
