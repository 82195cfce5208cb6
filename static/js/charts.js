/* What a column stands for, read out above its chart where the pointer or a finger is. Without it
   the numbers are in the table below. */
"use strict";

document.querySelectorAll("[data-chart]").forEach((chart) => {
  const rooms = [...chart.querySelectorAll(".chart-room")];
  const readout = chart.querySelector(".chart-readout");

  function read(room) {
    rooms.forEach((each) => each.classList.toggle("is-read", each === room));
    readout.hidden = !room;
    if (!room) return;
    const name = document.createElement("strong");
    name.textContent = room.dataset.name;
    readout.replaceChildren(name, `: ${room.dataset.now} · before: ${room.dataset.before}`);
  }

  chart.addEventListener("pointermove", (event) => {
    const room = event.target.closest(".chart-room");
    if (room) read(room);
  });
  chart.addEventListener("pointerleave", () => read(null));
});
