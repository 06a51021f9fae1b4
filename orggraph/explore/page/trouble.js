// What stands in place of the picture where there is none.
import { make } from "./elements.js";
import { say } from "./words.js";

/**
 * Show why there is no picture.
 * @param {HTMLElement} place
 * @param {string} title
 * @param {Array<{severity: string, message: string, location: ?string}>} problems
 */
export function showTrouble(place, title, problems = []) {
  const items = problems.map(({ message, location }) =>
    make("li", {}, message, location ? make("p", {}, make("code", {}, location)) : null),
  );
  place.replaceChildren(
    make("h2", {}, title.charAt(0).toUpperCase() + title.slice(1)),
    ...(items.length
      ? [
          make("ul", { class: "plain" }, items),
          make("p", { class: "quiet" }, say("explore-mended")),
        ]
      : []),
  );
  place.hidden = false;
}
