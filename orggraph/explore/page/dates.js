// As of which date: a slider over the days on which something changes.
import { make } from "./elements.js";
import { say } from "./words.js";

/**
 * Show the slider, where anything changes at all.
 * @param {HTMLElement} place
 * @param {string[]} changing
 * @param {?string} chosen any date: it has a place among the others
 * @param {function(Object): void} change
 */
export function showDates(place, changing, chosen, change) {
  // As written they stand in their order.
  const dates = [...new Set([...changing, ...(chosen ? [chosen] : [])])].sort();
  place.hidden = !dates.length;
  if (!dates.length) {
    place.replaceChildren();
    return;
  }
  const at = dates.indexOf(chosen) + 1;
  const known = place.querySelector("input");
  if (known && known.dataset.dates === dates.join()) {
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
      "data-dates": dates.join(),
    },
    oninput: () => {
      const now = Number(slider.value);
      tell(place, dates, now);
      clearTimeout(timer);
      timer = setTimeout(() => change({ as_of: now ? dates[now - 1] : null }), 120);
    },
  });
  const isFocused = known && known === document.activeElement;
  place.replaceChildren(make("label", { for: "as-of" }), slider, make("output", { for: "as-of" }));
  tell(place, dates, at);
  if (isFocused) slider.focus();
}

function tell(place, dates, at) {
  const [label, slider, output] = place.children;
  label.textContent = say("explore-as-of");
  const words = at ? dates[at - 1] : say("explore-all-dates");
  output.textContent = words;
  slider.setAttribute("aria-valuetext", words);
}
