// Stripe's own form takes the card; the shop's form is sent when Stripe has it.
"use strict";

(() => {
  const box = document.querySelector("[data-stripe-pay]");
  if (!box) return;

  const form = box.closest("form");
  const button = box.querySelector("[data-pay-button]");
  const problem = box.querySelector("[data-pay-problem]");
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const say = (text) => {
    problem.textContent = text;
    problem.hidden = !text;
  };

  // The fields live in a frame of Stripe's, which sees none of the shop's styles.
  const appearance = () => {
    const style = getComputedStyle(document.documentElement);
    const token = (name) => style.getPropertyValue(name).trim();
    return {
      theme: dark.matches ? "night" : "stripe",
      variables: {
        colorPrimary: token("--accent"),
        colorBackground: token("--raised"),
        colorText: token("--ink"),
        colorDanger: token("--sale"),
        borderRadius: token("--radius"),
      },
    };
  };

  if (!window.Stripe) {
    say(box.dataset.unavailable);
    return;
  }

  const stripe = window.Stripe(box.dataset.key);
  const elements = stripe.elements({
    clientSecret: box.dataset.clientSecret,
    appearance: appearance(),
  });
  const payment = elements.create("payment");
  payment.on("ready", () => {
    button.hidden = false;
  });
  payment.on("loaderror", (event) => say(event.error?.message ?? box.dataset.unavailable));
  payment.mount(box.querySelector("[data-pay-element]"));
  dark.addEventListener("change", () => elements.update({ appearance: appearance() }));

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    say("");
    const { error } = await stripe.confirmPayment({
      elements,
      confirmParams: { return_url: location.origin + location.pathname },
      redirect: "if_required",
    });
    // Somebody who presses twice has paid already: the server asks Stripe how it stands.
    if (!error || error.payment_intent?.status === "succeeded") {
      form.submit();
      return;
    }
    say(error.message ?? box.dataset.unavailable);
    button.disabled = false;
  });
})();
