// As of which date: a slider over the days on which something changes.
import { make } from "./elements.js";
import { say } from "./words.js";

/**
 * Show the slider, where anything changes at all.
 * @param {HTMLElement} place
 * @param {string[]} dates
 * @param {?string} chosen
 * @param {function(Object): void} change
 */
export function showDates(place, dates, chosen, change) {
  place.hidden = !dates.length;
  if (!dates.length) {
    place.replaceChildren();
    return;
  }
  const at = dates.indexOf(chosen) + 1;
  const known = place.querySelector("input");
  if (known && Number(known.max) === dates.length) {
    known.value = String(at);
    tell(place, dates, at);
    return;
  }
  let timer = 0;
  const slider = make("input", {
    ...{
      type: "range",
      id: "as-of",
      min: "0",
      max: String(dates.length),
      step: "1",
      value: String(at),
    },
    oninput: () => {
      const now = Number(slider.value);
      tell(place, dates, now);
      clearTimeout(timer);
      timer = setTimeout(() => change({ as_of: now ? dates[now - 1] : null }), 120);
    },
  });
  place.replaceChildren(make("label", { for: "as-of" }), slider, make("output", { for: "as-of" }));
  tell(place, dates, at);
}

function tell(place, dates, at) {
  const [label, slider, output] = place.children;
  label.textContent = say("explore-as-of");
  const words = at ? dates[at - 1] : say("explore-all-dates");
  output.textContent = words;
  slider.setAttribute("aria-valuetext", words);
}
