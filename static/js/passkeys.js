// Passkeys: the browser is asked for one, and its answer is sent with the form.
"use strict";

(() => {
  const NEEDS_A_NAME =
    "Passkeys belong to a name such as localhost, not to a number: open the shop by its name.";
  const NOT_GIVEN = "No passkey was given. Try again, or sign in another way.";
  const isNumber = /^[\d.]+$|^\[/.test(location.hostname);
  const isPossible = Boolean(window.PublicKeyCredential) && !isNumber;

  const optionsOf = async (form) => {
    const kept = form.dataset.options && document.getElementById(form.dataset.options);
    if (kept) return JSON.parse(kept.textContent);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`);
    return (await answer.json()).request_options;
  };

  // A passkey stands for the password too: it is kept on the device, which looks at its owner.
  const add = (options) => {
    const selection = options.publicKey.authenticatorSelection;
    selection.residentKey = "required";
    selection.requireResidentKey = true;
    selection.userVerification = "required";
    return window.webauthnJSON.create(options);
  };

  const tell = (form, text) => {
    const place = form.querySelector("[data-passkey-trouble]");
    place.textContent = text;
    place.hidden = !text;
  };

  const ask = async (event) => {
    const form = event.currentTarget;
    event.preventDefault();
    tell(form, "");
    try {
      const options = await optionsOf(form);
      const isNew = form.dataset.passkey === "add";
      const credential = await (isNew ? add(options) : window.webauthnJSON.get(options));
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      tell(form, error.name === "InvalidStateError" ? "This device has a passkey already." : NOT_GIVEN);
    }
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (isPossible) {
      form.hidden = false;
      form.addEventListener("submit", ask);
    } else if (!form.hidden) {
      form.addEventListener("submit", (event) => event.preventDefault());
      tell(form, isNumber ? NEEDS_A_NAME : "This browser has no passkeys.");
    }
  }
})();
