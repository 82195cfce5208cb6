// An address that names a question opens it.
"use strict";

(() => {
  const open = () => {
    const question = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (question instanceof HTMLDetailsElement) question.open = true;
  };
  addEventListener("hashchange", open);
  open();
})();
