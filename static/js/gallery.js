// Pictures: thumbnails move the strip instead of the page, arrow keys leaf, the current one is marked.
"use strict";

(() => {
  const strip = document.querySelector("[data-gallery-strip]");
  const thumbs = document.querySelector("[data-gallery-thumbs]");
  if (!strip || !thumbs) return;

  const items = [...strip.children];
  const links = [...thumbs.children];
  const isStill = matchMedia("(prefers-reduced-motion: reduce)");
  const zoomLink = (index) => items[index].querySelector("a");
  const current = () => links.findIndex((link) => link.hasAttribute("aria-current"));

  const show = (index) => {
    const item = items[Math.max(0, Math.min(items.length - 1, index))];
    strip.scrollTo({ left: item.offsetLeft, behavior: isStill.matches ? "auto" : "smooth" });
  };

  // Only the picture in view is a stop of the Tab key: the others are reached with the arrows.
  const mark = (index) => {
    links.forEach((link, number) => {
      if (number === index) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      zoomLink(number).tabIndex = number === index ? 0 : -1;
    });
  };

  thumbs.addEventListener("click", (event) => {
    const index = links.indexOf(event.target.closest("a"));
    if (index < 0) return;
    event.preventDefault();
    show(index);
  });

  strip.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const index = current() + step;
    if (!step || !items[index]) return;
    event.preventDefault();
    mark(index);
    zoomLink(index).focus({ preventScroll: true });
    show(index);
  });

  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) mark(items.indexOf(entry.target));
    },
    { root: strip, threshold: 0.6 },
  );
  mark(0);
  items.forEach((item) => observer.observe(item));

  document.addEventListener("vitrine:variant", (event) => {
    const index = items.findIndex((item) => item.id === `picture-${event.detail.image}`);
    if (index >= 0) show(index);
  });
})();
