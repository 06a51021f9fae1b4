// Around which node one looks, how far, and to which side.
import { icon, make } from "./elements.js";
import { say } from "./words.js";

/**
 * Show what the view is around; nothing where it is the whole.
 * @param {HTMLElement} place
 * @param {Object} spec
 * @param {string} name of the node
 * @param {function(Object): void} change
 * @param {{isServed: boolean, back: Object}} how `back` is what leads out of it
 */
export function showAround(place, spec, name, change, { isServed, back }) {
  place.hidden = !spec.around;
  if (!spec.around) {
    place.replaceChildren();
    return;
  }
  const focused = place.contains(document.activeElement) ? document.activeElement.id : null;
  const depths = [1, 2, 3, 4, 5].map((depth) =>
    make("option", { value: depth, selected: spec.depth === depth }, String(depth)),
  );
  const sides = [
    ["both", say("explore-both")],
    ["above", say("explore-above")],
    ["below", say("explore-below")],
  ];
  const side = sides.map(([value, words]) =>
    make("option", { value, selected: spec.side === value }, words),
  );
  const isAtStart = back.around === spec.around;
  place.replaceChildren(
    make("p", {}, say("explore-around"), " ", make("strong", {}, name)),
    make(
      "label",
      { for: "depth" },
      say("explore-depth"),
      make(
        "select",
        { id: "depth", onchange: (event) => change({ depth: Number(event.target.value) }) },
        depths,
      ),
    ),
    isServed
      ? make(
          "label",
          { for: "side-of" },
          make("span", { class: "hidden" }, say("explore-side")),
          make(
            "select",
            { id: "side-of", onchange: (event) => change({ side: event.target.value }) },
            side,
          ),
        )
      : "",
    isAtStart
      ? ""
      : make(
          "button",
          {
            type: "button",
            id: "whole",
            onclick: () => change({ around: null, depth: 1, side: "both", ...back }),
          },
          icon("M5 5l10 10M15 5L5 15"),
          back.around ? say("explore-to-start") : say("explore-whole"),
        ),
  );
  if (focused) document.getElementById(focused)?.focus();
}
