// How long things are still kept, in minutes, counted down beside the time of day.
"use strict";

(() => {
  const place = document.querySelector("[data-countdown]");
  if (!place) return;
  const end = Date.parse(place.dataset.countdown);

  const show = () => {
    const minutes = Math.ceil((end - Date.now()) / 60_000);
    if (minutes <= 0) {
      location.reload();
      return;
    }
    place.textContent = ` (${minutes} minute${minutes === 1 ? "" : "s"} from now)`;
    place.hidden = false;
    setTimeout(show, 15_000);
  };

  show();
})();
