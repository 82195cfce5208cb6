// Beside each password a button shows what was typed.
"use strict";

(() => {
  const addButton = (input) => {
    const frame = document.createElement("div");
    const button = document.createElement("button");
    frame.className = "secret";
    button.className = "secret__button";
    button.type = "button";
    button.setAttribute("aria-controls", input.id);
    const show = (isShown) => {
      input.type = isShown ? "text" : "password";
      button.textContent = isShown ? "Hide" : "Show";
      button.setAttribute("aria-label", `${button.textContent} the password`);
    };
    button.addEventListener("click", () => show(input.type === "password"));
    // Browsers keep passwords only of fields that are of that kind when they are sent.
    input.form.addEventListener("submit", () => show(false));
    input.before(frame);
    frame.append(input, button);
    show(false);
  };

  for (const input of document.querySelectorAll("input[type=password]")) addButton(input);
})();
