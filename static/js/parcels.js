/* A scanner ends each number with Enter: that leads to the next field instead of sending the form. */
"use strict";

const fields = [...document.querySelectorAll("[data-tracking]")];

document.getElementById("parcels").addEventListener("keydown", (event) => {
  const index = fields.indexOf(event.target);
  if (event.key !== "Enter" || index < 0) return;
  event.preventDefault();
  fields[Math.min(index + 1, fields.length - 1)].focus();
});
