// The panel beside the picture, with a tab for each thing that can be done there.
import { byId } from "./elements.js";

const PANELS = ["filter", "path", "checks"];

/** What says that the screen is small. */
export const NARROW = "(max-width: 760px)";

/**
 * Let the tabs be chosen by the pointer and by arrows.
 * @param {function(?string): void} choose gets the panel, or `none`
 */
export function listenToTabs(choose) {
  const tabs = PANELS.map((panel) => byId(`tab-${panel}`));
  tabs.forEach((tab, place) => {
    tab.addEventListener("click", () => choose(PANELS[place]));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = (place + step + PANELS.length) % PANELS.length;
      choose(PANELS[next]);
      tabs[next].focus();
    });
  });
  byId("side-close").addEventListener("click", () => {
    choose("none");
    byId("side-open").focus();
  });
  byId("side-open").addEventListener("click", () => {
    choose("filter");
    byId("tab-filter").focus();
  });
}

/**
 * Show a panel; the filters unless told, or on a small screen none.
 * @param {?string} asked
 * @returns {boolean} whether there is more room now, or less
 */
export function showPanel(asked) {
  const wasHidden = byId("side").hidden;
  const usual = window.matchMedia(NARROW).matches ? "none" : "filter";
  const shown = asked ?? usual;
  byId("side").hidden = !PANELS.includes(shown);
  byId("side-open").hidden = PANELS.includes(shown);
  for (const panel of PANELS) {
    byId(`panel-${panel}`).hidden = panel !== shown;
    byId(`tab-${panel}`).setAttribute("aria-selected", String(panel === shown));
    byId(`tab-${panel}`).tabIndex = panel === shown ? 0 : -1;
  }
  return wasHidden !== byId("side").hidden;
}
