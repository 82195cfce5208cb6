// Suggestions below the search field: a combobox whose list is walked with the arrow keys.
// Without this script, or without an answer, the field is what it is: a search form.
"use strict";

(() => {
  // Milliseconds without a key after which the server is asked.
  const PAUSE = 120;
  const KEPT = 50;
  const GROUPS = { query: "Searches", category: "Categories", brand: "Brands", product: "Products" };

  const form = document.querySelector("[data-suggest]");
  if (!form) return;
  const input = form.querySelector("input");
  const known = new Map();
  let options = [];
  let active = -1;
  let typed = input.value;
  let timer = 0;
  let request = null;

  const make = (name, css, text = "", attributes = {}) => {
    const element = document.createElement(name);
    if (css) element.className = css;
    // Text is always text: nothing that comes from the server is read as HTML.
    if (text) element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  const note = make("p", "suggest__note");
  const list = make("div", "suggest__list", "", {
    id: "suggestions",
    role: "listbox",
    "aria-label": "Suggestions",
  });
  const box = make("div", "suggest");
  const status = make("p", "visually-hidden", "", { role: "status" });
  box.hidden = true;
  box.append(note, list);
  form.append(box, status);

  // A search field may not be a combobox (ARIA in HTML); the keyboard of a phone stays the same.
  input.type = "text";
  const combobox = {
    role: "combobox",
    enterkeyhint: "search",
    spellcheck: "false",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-expanded": "false",
    "aria-controls": "suggestions",
  };
  for (const [key, value] of Object.entries(combobox)) input.setAttribute(key, value);

  const choose = (index) => {
    options[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = options[active];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
    // What would be searched for stands in the field; anything else leaves it alone.
    input.value = option?.dataset.kind === "query" ? option.dataset.text : typed;
  };

  const close = () => {
    choose(-1);
    box.hidden = true;
    input.setAttribute("aria-expanded", "false");
    status.textContent = "";
  };

  const stop = () => {
    clearTimeout(timer);
    request?.abort();
    request = null;
  };

  const marked = (parts) => {
    const text = make("span", "suggest__text");
    for (const part of parts) {
      text.append(part.is_match ? make("mark", "", part.text) : document.createTextNode(part.text));
    }
    return text;
  };

  const draw = (offer, index) => {
    const option = make("a", "suggest__option", "", {
      id: `suggestion-${index}`,
      role: "option",
      href: offer.url,
      tabindex: "-1",
      "aria-selected": "false",
      "data-kind": offer.kind,
      "data-text": offer.text,
    });
    if (offer.kind === "product") {
      const frame = make("span", "suggest__frame");
      if (offer.image) {
        const { url, width, height } = offer.image;
        frame.append(make("img", "", "", { src: url, width, height, alt: "", decoding: "async" }));
      }
      option.append(frame);
    }
    const words = make("span", "suggest__words");
    words.append(marked(offer.parts));
    // A space, for those who hear it: "Copper kettle Heron".
    if (offer.note) words.append(" ", make("span", "suggest__beside", offer.note));
    option.append(words);
    if (offer.price_text) option.append(" ", make("span", "suggest__price", offer.price_text));
    return option;
  };

  const show = (answer) => {
    options = [];
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren();
    const groups = new Map();
    for (const offer of answer.suggestions) {
      if (!groups.has(offer.kind)) {
        const id = `suggest-${offer.kind}`;
        const group = make("div", "suggest__group", "", { role: "group", "aria-labelledby": id });
        group.append(make("div", "suggest__kind", GROUPS[offer.kind], { id, role: "presentation" }));
        groups.set(offer.kind, group);
        list.append(group);
      }
      const option = draw(offer, options.length);
      options.push(option);
      groups.get(offer.kind).append(option);
    }
    const isCorrected = Boolean(answer.corrected_from);
    note.hidden = !isCorrected;
    note.textContent = isCorrected
      ? `Nothing begins with “${answer.corrected_from}”. Suggestions for “${answer.text}”:`
      : "";
    box.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!box.hidden));
    const count = options.length === 1 ? "1 suggestion" : `${options.length} suggestions`;
    const what = isCorrected ? ` for ${answer.text}` : "";
    status.textContent = options.length ? `${count}${what}` : "No suggestions";
  };

  const ask = async (text) => {
    stop();
    if (known.has(text)) {
      show(known.get(text));
      return;
    }
    request = new AbortController();
    const mine = request;
    try {
      const address = new URL(form.dataset.suggest, location.href);
      address.searchParams.set("q", text);
      const response = await fetch(address, {
        headers: { Accept: "application/json" },
        signal: mine.signal,
      });
      // Too many requests, a server that is away: the field goes on without suggestions.
      if (!response.ok) throw new Error(String(response.status));
      const answer = await response.json();
      if (known.size >= KEPT) known.delete(known.keys().next().value);
      known.set(text, answer);
      // An answer that is late, or comes to a field that was left, is not shown.
      if (mine === request && document.activeElement === input) show(answer);
    } catch {
      if (mine === request) close();
    }
  };

  const askSoon = () => {
    stop();
    typed = input.value;
    const text = typed.trim().replace(/\s+/g, " ");
    if (!text) {
      close();
      return;
    }
    timer = setTimeout(() => ask(text), known.has(text) ? 0 : PAUSE);
  };

  const step = (by) => {
    // -1 is the field itself, between the last and the first.
    const places = options.length + 1;
    choose(((active + 1 + by + places) % places) - 1);
  };

  const onArrow = (event) => {
    event.preventDefault();
    if (!box.hidden) {
      step(event.key === "ArrowDown" ? 1 : -1);
      return;
    }
    typed = input.value;
    ask(typed.trim().replace(/\s+/g, " "));
  };

  const onEscape = (event) => {
    stop();
    if (!box.hidden) {
      event.preventDefault();
      close();
    } else if (input.value) {
      event.preventDefault();
      input.value = typed = "";
    }
  };

  input.addEventListener("keydown", (event) => {
    // While a character is being composed, the keys are the composer's.
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") onArrow(event);
    else if (event.key === "Escape") onEscape(event);
    else if (event.key === "Enter" && options[active] && !box.hidden) {
      event.preventDefault();
      options[active].click();
    }
  });

  input.addEventListener("input", (event) => {
    if (!event.isComposing) askSoon();
  });
  input.addEventListener("compositionend", askSoon);
  form.addEventListener("submit", stop);

  form.addEventListener("focusout", (event) => {
    if (form.contains(event.relatedTarget)) return;
    stop();
    close();
  });

  // The focus stays in the field while a suggestion is clicked or tapped.
  box.addEventListener("mousedown", (event) => event.preventDefault());
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) close();
  });
  // Coming back, the page is as it was left; its list is not.
  addEventListener("pageshow", close);
})();
