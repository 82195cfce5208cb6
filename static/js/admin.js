/* What the admin's pages need of Alpine's build without eval: their state and functions by name.

   That build evaluates one expression a time, from names in scope only. The theme's templates name
   `window`, `moveRecords` and `sortRecords`, so the page's scope has them. */
"use strict";

document.addEventListener("alpine:init", () => {
  Alpine.data("theme", theme);
  Alpine.data("searchForm", searchForm);
  Alpine.data("shell", (firstTab) => ({
    activeTab: getCurrentTab() || firstTab,
    sidebarMobileOpen: false,
    sidebarDesktopOpen: localStorage.getItem("sidebarDesktopOpen") !== "0",
    window: {
      location: {
        get pathname() {
          return document.location.pathname;
        },
        get search() {
          return document.location.search;
        },
      },
    },
    moveRecords,
    sortRecords,
    init() {
      this.$watch("sidebarDesktopOpen", (open) => {
        localStorage.setItem("sidebarDesktopOpen", open ? "1" : "0");
      });
    },
  }));
});

/* The theme adds and removes inline rows by writing their HTML anew, with the style attributes that
   scripts left in it; the policy refuses those. Alpine sets what is needed on the new elements. */
document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest(".add-row, .delete-template");
    if (!button) return;
    const rows = button.classList.contains("add-row")
      ? button.closest(".formset").querySelectorAll(":scope > .empty-form")
      : button.closest(".formset").querySelectorAll(":scope > .form-group:not(.original)");
    rows.forEach((row) => {
      row.removeAttribute("style");
      row.querySelectorAll("[style]").forEach((element) => element.removeAttribute("style"));
    });
  },
  true,
);

/* The theme moves tabs into a menu while wide tables are still being laid out, and brings one back
   with each change of the window's size: let it look again whenever the page takes another shape. */
window.addEventListener("load", () => {
  const menu = document.getElementById("tabs-dropdown");
  if (!menu) return;
  new ResizeObserver(() => {
    for (let hidden = menu.childElementCount; hidden > 0; hidden -= 1) {
      window.dispatchEvent(new Event("resize"));
    }
  }).observe(document.getElementById("content"));
});

/* Buttons that ask before they post: <button data-confirm="Cancel the job?">. Without JavaScript
   the server asks, on a page of its own. */
document.addEventListener("submit", (event) => {
  const question = event.submitter?.dataset.confirm;
  if (!question) return;
  if (window.confirm(question)) {
    const confirmed = document.createElement("input");
    confirmed.type = "hidden";
    confirmed.name = "confirmed";
    confirmed.value = "yes";
    event.target.append(confirmed);
  } else {
    event.preventDefault();
  }
});

/* Moderation by keyboard: j and k walk through the reviews, x marks, p publishes, r rejects. */
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("body.model-review.change-list #changelist-form");
  if (!form) return;
  const boxes = [...form.querySelectorAll("input.action-select[name=_selected_action]")];
  let current = -1;

  function walk(step) {
    if (!boxes.length) return;
    boxes[current]?.closest("tbody, tr").classList.remove("admin-current-row");
    current = Math.min(Math.max(current + step, 0), boxes.length - 1);
    boxes[current].closest("tbody, tr").classList.add("admin-current-row");
    boxes[current].focus();
    boxes[current].scrollIntoView({ block: "center" });
  }

  function run(action) {
    if (!boxes.some((box) => box.checked)) {
      if (current < 0) return;
      boxes[current].checked = true;
    }
    form.querySelector("select[name=action]").value = action;
    form.requestSubmit();
  }

  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    x: () => boxes[current]?.click(),
    p: () => run("publish"),
    r: () => run("reject"),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
});
