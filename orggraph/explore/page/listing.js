// The view as text: for those who listen, and for those who would rather read.
import { make } from "./elements.js";
import { renderBlocks } from "./blocks.js";
import { say } from "./words.js";

/**
 * Show the view as an outline and tables.
 * @param {HTMLElement} place
 * @param {Object} scene
 * @param {Object[]} blocks the answer to `list`
 * @param {function(string): void} pick
 */
export function showListing(place, scene, blocks, pick) {
  const outline =
    scene.outline?.length && !scene.hidden?.size
      ? [
          make("h3", {}, say("explore-outline")),
          ...renderBlocks([{ block: "Outline", lines: scene.outline }], pick),
        ]
      : [];
  place.replaceChildren(
    make(
      "div",
      { class: "page" },
      make("h2", {}, scene.title),
      ...renderBlocks(blocks, pick),
      ...outline,
    ),
  );
}
