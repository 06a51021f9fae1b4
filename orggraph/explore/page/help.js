// What one can do, and by which keys.
import { icon, make } from "./elements.js";
import { say } from "./words.js";

/**
 * Fill the dialog that tells how the page is used.
 * @param {HTMLDialogElement} dialog
 */
export function fillHelp(dialog) {
  const rows = [
    ["/", say("explore-help-search")],
    ["Tab", say("explore-help-tab")],
    ["↑ ↓ ← →", say("explore-help-arrows")],
    ["Enter", say("explore-help-enter")],
    ["o", say("explore-help-around")],
    ["+ −", say("explore-zooming")],
    ["0", say("explore-fit")],
    ["l", say("explore-help-list")],
    ["f", say("explore-full-screen")],
    ["?", say("explore-help")],
    ["Esc", say("explore-help-escape")],
  ];
  const keys = (words) => words.split(" ").flatMap((key) => [make("kbd", {}, key), " "]);
  const close = make(
    "button",
    {
      type: "button",
      class: "sign close",
      "aria-label": say("explore-close"),
      title: say("explore-close"),
      onclick: () => dialog.close(),
    },
    icon("M5 5l10 10M15 5L5 15"),
  );
  dialog.replaceChildren(
    make("header", {}, make("h2", { id: "help-title" }, say("explore-help")), close),
    make("p", {}, say("explore-help-pointer")),
    make(
      "table",
      {},
      make(
        "tbody",
        {},
        rows.map(([key, words]) =>
          make("tr", {}, make("th", { scope: "row" }, keys(key)), make("td", {}, words)),
        ),
      ),
    ),
    make("p", { class: "quiet" }, say("explore-help-link")),
  );
}
