// What is searched for, clicked, looked at and bought, told to the shop's own server: only after a
// visitor said yes, never where the browser asks not to be tracked, and without saying who it is.
"use strict";

(() => {
  const PAUSE = 800;
  const RETRY = 15_000;
  const MOST = 50;
  const HALF_A_YEAR = 182 * 24 * 3600;
  const WEEK = 7 * 24 * 3600 * 1000;
  const BOX = "box:";

  const ask = document.getElementById("counting");
  if (!ask) return;
  const reopen = document.querySelectorAll("[data-counting-open]");
  // Whoever says no to tracking in the browser is not asked again here.
  if (navigator.globalPrivacyControl || navigator.doNotTrack === "1") return;

  // A browser that keeps nothing is not counted.
  const keep = (store, key, value) => {
    try {
      if (value === null) store.removeItem(key);
      else store.setItem(key, JSON.stringify(value));
    } catch {
      /* nothing is kept */
    }
  };
  const recall = (store, key, otherwise) => {
    try {
      return JSON.parse(store.getItem(key)) ?? otherwise;
    } catch {
      return otherwise;
    }
  };

  const choice = () => document.cookie.match(/(?:^|; )counting=(yes|no)/)?.[1];

  // A random name that is another one every week.
  const visitor = () => {
    const week = Math.floor(Date.now() / WEEK);
    let known = recall(localStorage, "counting-name", null);
    if (known?.week !== week) {
      known = { week, name: crypto.randomUUID() };
      keep(localStorage, "counting-name", known);
    }
    return known.name;
  };

  // Of this tab: what waits to be sent, the search or box by which each product was found, and the
  // searches and boxes that the server has. A box is told from a search by its mark.
  let queue = recall(sessionStorage, "counting-queue", []);
  const touches = recall(sessionStorage, "counting-touches", {});
  const recorded = new Set(recall(sessionStorage, "counting-recorded", []));
  let isStopped = recall(sessionStorage, "counting-stopped", false);
  let current = null;
  let timer = 0;
  let isSending = false;

  const save = () => {
    keep(sessionStorage, "counting-queue", queue);
    keep(sessionStorage, "counting-touches", touches);
    keep(sessionStorage, "counting-recorded", [...recorded].slice(-200));
  };

  const forget = () => {
    clearTimeout(timer);
    queue = [];
    for (const slug of Object.keys(touches)) delete touches[slug];
    recorded.clear();
    for (const key of ["queue", "touches", "recorded", "seen"]) {
      keep(sessionStorage, `counting-${key}`, null);
    }
    keep(localStorage, "counting-name", null);
  };

  // What the shop's own cookie holds is not for scripts: the server takes it back.
  const forgetHistory = () => {
    document.getElementById("recent")?.remove();
    document.getElementById("box-recent")?.remove();
    fetch(ask.dataset.history, { method: "DELETE", keepalive: true }).catch(() => {});
  };

  const body = (entries) =>
    JSON.stringify({
      consent: true,
      visitor: visitor(),
      events: entries.map((entry) => entry.event),
    });

  const post = (entries) =>
    fetch(ask.dataset.events, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      credentials: "omit",
      keepalive: true,
      body: body(entries),
    });

  const done = (entries) => {
    const ids = new Set(entries.map((entry) => entry.event.id));
    queue = queue.filter((entry) => !ids.has(entry.event.id));
    save();
  };

  const send = async () => {
    clearTimeout(timer);
    if (isSending || isStopped || !queue.length || choice() !== "yes") return;
    const entries = queue.slice(0, MOST);
    isSending = true;
    let again = 0;
    try {
      const response = await post(entries);
      if (response.ok) {
        const answer = await response.json();
        for (const entry of entries) if (entry.search) recorded.add(entry.search);
        done(entries);
        if (answer.ignored) {
          isStopped = true;
          keep(sessionStorage, "counting-stopped", true);
        }
        again = PAUSE;
      } else if (response.status === 429 || response.status >= 500) {
        again = RETRY;
      } else {
        // What the server does not take today it will not take tomorrow.
        done(entries);
      }
    } catch {
      again = RETRY;
    }
    isSending = false;
    if (queue.length && again) timer = setTimeout(send, again);
  };

  const push = (event, search = "") => {
    if (isStopped || choice() !== "yes") return;
    queue.push({ event: { id: crypto.randomUUID(), ...event }, search });
    queue = queue.slice(-MOST);
    save();
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  };

  const isKnown = (search) =>
    recorded.has(search) || queue.some((entry) => entry.search === search);

  const idOf = (lead) => lead.replace(BOX, "");

  // The search or box by which a product was found, where the server has it or is about to.
  const found = (slug) => {
    const lead = touches[slug];
    if (!lead || !isKnown(lead)) return {};
    return { [lead.startsWith(BOX) ? "box_id" : "search_id"]: idOf(lead) };
  };

  const lookForSearch = () => {
    const place = document.querySelector("[data-receipt]");
    const search = place?.dataset.searchId;
    if (!search || search === current?.search) return;
    current = { search, first: Number(place.dataset.firstPosition) };
    push({ type: "search", receipt: place.dataset.receipt }, search);
  };

  const slugOf = (link) => new URL(link.href).pathname.match(/\/p\/([-\w]+)\/$/)?.[1];

  // Once for each load: going back to a page, or loading it again, is no new look.
  const lookAtPage = () => {
    lookForSearch();
    const seen = recall(sessionStorage, "counting-seen", {});
    const [entry] = performance.getEntriesByType("navigation");
    const isAgain = entry && entry.type !== "navigate";
    const product = document.querySelector("main [data-product]")?.dataset.product;
    if (product && !(isAgain && seen[product])) {
      seen[product] = 1;
      push({ type: "view", product, ...found(product) });
    }
    const order = document.querySelector("[data-order]")?.dataset.order;
    if (order && !seen[order]) {
      seen[order] = 1;
      const known = Object.entries(touches).filter(([, lead]) => isKnown(lead));
      const leads = known.slice(-100).map(([slug, lead]) => [slug, idOf(lead)]);
      push({ type: "order", order, touches: Object.fromEntries(leads) });
    }
    keep(sessionStorage, "counting-seen", seen);
  };

  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("[data-receipt] .hit a[href]");
      const slug = link && current ? slugOf(link) : null;
      if (!slug) return;
      const hits = [...document.querySelectorAll("[data-receipt] .hit")];
      const position = current.first + hits.indexOf(link.closest(".hit"));
      touches[slug] = current.search;
      push({ type: "click", search_id: current.search, product: slug, position });
    },
    true,
  );

  // Boxes of recommendations: told once they are in view, half of one or half a screen of it.
  const tellBox = (box) => {
    const lead = BOX + box.dataset.boxId;
    if (!isKnown(lead)) push({ type: "box", receipt: box.dataset.boxReceipt }, lead);
  };

  const watcher = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const isSeen =
          entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= innerHeight / 2;
        if (!isSeen || choice() !== "yes") continue;
        watcher.unobserve(entry.target);
        tellBox(entry.target);
      }
    },
    { threshold: [0, 0.25, 0.5] },
  );

  const lookForBoxes = () => {
    for (const box of document.querySelectorAll("[data-box-receipt]")) {
      // What an experiment leaves out has no height and is never in view.
      if (box.hidden && choice() === "yes") tellBox(box);
      else watcher.observe(box);
    }
  };

  document.addEventListener(
    "click",
    (event) => {
      const item = event.target.closest?.("[data-box-receipt] [data-place]");
      const link = item && event.target.closest("a[href]");
      const slug = link && slugOf(link);
      if (!slug) return;
      const box = item.closest("[data-box-receipt]");
      // Whoever clicks has seen it.
      tellBox(box);
      touches[slug] = BOX + box.dataset.boxId;
      const position = Number(item.dataset.place);
      push({ type: "box_click", box_id: box.dataset.boxId, product: slug, position });
    },
    true,
  );

  document.addEventListener(
    "vitrine:added",
    (event) => {
      const product = event.target.closest?.("[data-product]")?.dataset.product;
      if (!product) return;
      const pieces = Number(event.target.querySelector("[name=quantity]")?.value);
      const quantity = Number.isInteger(pieces) && pieces > 0 ? pieces : 1;
      push({ type: "add_to_cart", product, quantity, ...found(product) });
    },
    true,
  );

  document.addEventListener("htmx:afterSettle", () => {
    if (choice() === "yes") lookForSearch();
    lookForBoxes();
  });

  // The last chance before the page is gone. What is sent twice counts once.
  addEventListener("pagehide", () => {
    if (isStopped || !queue.length || choice() !== "yes") return;
    post(queue.slice(0, MOST)).catch(() => {});
  });

  const showChoice = () => {
    for (const button of ask.querySelectorAll("[data-counting]")) {
      const isChosen = choice() === button.dataset.counting;
      button.setAttribute("aria-pressed", String(isChosen));
    }
  };

  for (const button of ask.querySelectorAll("[data-counting]")) {
    button.addEventListener("click", () => {
      const secure = location.protocol === "https:" ? "; Secure" : "";
      document.cookie =
        `counting=${button.dataset.counting}; Path=/; Max-Age=${HALF_A_YEAR}; SameSite=Lax${secure}`;
      showChoice();
      ask.querySelector("[role=status]").textContent =
        choice() === "yes"
          ? "Thank you. You can change this at the foot of every page."
          : "Nothing is counted. You can change this at the foot of every page.";
      if (choice() === "yes") {
        lookAtPage();
        lookForBoxes();
      } else {
        forget();
        forgetHistory();
      }
    });
  }

  for (const button of reopen) {
    button.hidden = false;
    button.addEventListener("click", () => {
      ask.hidden = false;
      showChoice();
      ask.querySelector("h2").focus();
      ask.scrollIntoView({ block: "nearest" });
    });
  }

  if (!choice()) ask.hidden = false;
  else if (choice() === "yes") {
    lookAtPage();
    lookForBoxes();
    // What an earlier page could not send.
    if (queue.length && !isStopped) timer = setTimeout(send, PAUSE);
  }
})();
