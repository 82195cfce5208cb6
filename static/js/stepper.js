// One piece less, one more: the number changes at once, and what listens to it hears of it.
"use strict";

(() => {
  const clamp = (value, input) =>
    Math.min(Math.max(value, Number(input.min)), Number(input.max) || Infinity);

  const mark = (stepper, input) => {
    const value = Number(input.value);
    stepper.querySelector("[data-step='-1']").disabled = value <= Number(input.min);
    stepper.querySelector("[data-step='1']").disabled = value >= Number(input.max);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-step]");
    if (!button) return;
    event.preventDefault();
    const stepper = button.closest(".stepper");
    const input = stepper.querySelector("input");
    input.value = clamp((Number(input.value) || 0) + Number(button.dataset.step), input);
    mark(stepper, input);
    if (button.disabled) input.focus();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  document.addEventListener("change", (event) => {
    const stepper = event.target.closest?.(".stepper");
    if (stepper) mark(stepper, event.target);
  });
})();
