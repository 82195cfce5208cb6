// A picture of the gallery opens large in a dialog; without this script its link does the same.
"use strict";

(() => {
  const dialog = document.getElementById("lightbox");
  const strip = document.querySelector("[data-gallery-strip]");
  if (!dialog || !strip) return;

  const links = [...strip.querySelectorAll("a")];
  const stage = dialog.querySelector("zoom-stage");
  const where = dialog.querySelector("[data-lightbox-where]");
  let current = 0;

  const pictureOf = (link) => ({
    src: link.href,
    alt: link.querySelector("img").alt,
    width: Number(link.dataset.width),
    height: Number(link.dataset.height),
  });

  const show = (index) => {
    current = (index + links.length) % links.length;
    const picture = pictureOf(links[current]);
    stage.show(picture);
    where.textContent =
      links.length > 1 ? `${current + 1} of ${links.length}: ${picture.alt}` : picture.alt;
  };

  const leaf = (step) => {
    if (links.length > 1) show(current + step);
  };

  stage.addEventListener("swipe", (event) => leaf(event.detail));

  strip.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain) return;
    event.preventDefault();
    dialog.showModal();
    show(links.indexOf(link));
  });

  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.lightboxStep) leaf(Number(button.dataset.lightboxStep));
    else if (button.dataset.lightboxZoom) stage.step(Number(button.dataset.lightboxZoom));
    else dialog.close();
  });

  const keys = {
    "+": () => stage.step(1),
    "=": () => stage.step(1),
    "-": () => stage.step(-1),
    0: () => stage.whole(),
  };

  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (stage.isNear && event.key.startsWith("Arrow")) stage.move(event.key);
    else if (step) leaf(step);
    else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });

  // The strip shows what was seen last, and the focus returns to it.
  dialog.addEventListener("close", () => {
    const link = links[current];
    strip.scrollTo({ left: link.parentElement.offsetLeft, behavior: "instant" });
    link.focus({ preventScroll: true });
  });
})();
