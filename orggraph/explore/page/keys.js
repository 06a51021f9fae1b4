// Keys that work everywhere on the page but where something is typed.
import { byId, isTyping } from "./elements.js";

const STEP = 60; // pixels

/**
 * Listen to the keyboard.
 * @param {Object} act what the keys do: `search()`, `list()`, `full()`, `help()`, `fit()`,
 *   `zoom(factor)`, `pan(dx, dy)`, `around()`, `escape()`
 */
export function listenToKeys(act) {
  const plain = {
    "/": act.search,
    l: act.list,
    f: act.full,
    "?": act.help,
    o: act.around,
    0: act.fit,
    "+": () => act.zoom(1.25),
    "=": () => act.zoom(1.25),
    "-": () => act.zoom(0.8),
    Escape: act.escape,
  };
  const arrows = {
    ArrowUp: [0, STEP],
    ArrowDown: [0, -STEP],
    ArrowLeft: [STEP, 0],
    ArrowRight: [-STEP, 0],
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    if (isTyping(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const isFree = event.target === document.body || event.target === byId("stage");
    if (event.key in arrows && isFree && !byId("stage").hidden) act.pan(...arrows[event.key]);
    else if (event.key in plain) plain[event.key]();
    else return;
    event.preventDefault();
  });
}
