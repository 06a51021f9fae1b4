// Everything that is known of the chosen node or relation, with what it rests on.
import { icon, make } from "./elements.js";
import { renderBlocks, textOf } from "./blocks.js";
import { renderEvidence } from "./evidence.js";
import { say } from "./words.js";

const CROSS = "M5 5l10 10M15 5L5 15";

/**
 * Show what is known of a node.
 * @param {HTMLElement} panel
 * @param {Object} node the answer to `node`
 * @param {Object} act what can be done: `pick(ref)`, `close()`, `around(id)`, `pathFrom(id)`,
 *   `pathTo(id)`, `colourOf(family)`
 */
export function showNode(panel, node, act) {
  const about = (node.blocks ?? []).filter((block) => textOf(block.text) !== node.name);
  // What is wrong comes first; what one may want to know, last.
  const notes = (node.findings ?? []).filter(({ severity }) => severity === "note");
  const wrong = (node.findings ?? []).filter(({ severity }) => severity !== "note");
  panel.replaceChildren(
    heading(node.kind_label, node.name, act),
    node.subtitle ? make("p", { class: "quiet lead" }, node.subtitle) : "",
    make(
      "div",
      { class: "doings" },
      button(say("explore-around-this"), () => act.around(node.id)),
      button(say("explore-path-from"), () => act.pathFrom(node.id)),
      button(say("explore-path-to"), () => act.pathTo(node.id)),
    ),
    ...findings(wrong),
    ...renderBlocks(about, act.pick, { isNarrow: true }),
    ...roster(node, act),
    ...relations(node, act),
    ...proof(node.evidence ?? []),
    ...findings(notes),
  );
}

/**
 * Show what is known of a relation.
 * @param {HTMLElement} panel
 * @param {Object} relation the answer to `relation`
 * @param {Object} act as for `showNode`
 */
export function showRelation(panel, relation, act) {
  const end = (id, name) =>
    make("button", { type: "button", class: "ref", onclick: () => act.pick(`node:${id}`) }, name);
  const derived = relation.derived_from ?? [];
  panel.replaceChildren(
    heading(
      relation.family_label ?? act.familyOf(relation.family),
      relation.sentence,
      act,
      act.colourOf(relation.family),
    ),
    make(
      "p",
      { class: "ends" },
      end(relation.source, relation.source_name),
      make("span", { "aria-hidden": "true" }, " → "),
      end(relation.target, relation.target_name),
    ),
    ...renderBlocks(relation.blocks ?? [], act.pick, { isNarrow: true }),
    make("h3", {}, say("explore-evidence")),
    ...(relation.evidence.length
      ? relation.evidence.map(renderEvidence)
      : [make("p", { class: "quiet" }, say("explore-no-evidence"))]),
    ...(derived.length
      ? [
          make("h3", {}, say("explore-derived-from")),
          make(
            "ul",
            { class: "plain" },
            derived.map((from) => derivedItem(from, act)),
          ),
        ]
      : []),
  );
}

function derivedItem(from, act) {
  const { id, sentence } = typeof from === "object" ? from : { id: from, sentence: from };
  return make(
    "li",
    {},
    make(
      "button",
      { type: "button", class: "ref", onclick: () => act.pick(`relation:${id}`) },
      sentence,
    ),
  );
}

function heading(over, title, act, colour = null) {
  const close = make(
    "button",
    {
      type: "button",
      class: "sign close",
      "aria-label": say("explore-close-panel"),
      title: say("explore-close-panel"),
      onclick: act.close,
    },
    icon(CROSS),
  );
  const sign = make("span", { class: "dot", "aria-hidden": "true" });
  if (colour) sign.style.background = colour;
  return make(
    "header",
    {},
    make("p", { class: "over" }, colour ? sign : null, over ?? ""),
    close,
    make("h2", { id: "details-title" }, title),
  );
}

function button(words, act) {
  return make("button", { type: "button", onclick: act }, words);
}

function findings(found) {
  if (!found.length) return [];
  const items = found.map(({ code, severity, message }) =>
    make(
      "li",
      { class: `severity-${severity}` },
      make("span", { class: "badge-word" }, severityWord(severity)),
      ` ${message} `,
      make("code", {}, code),
    ),
  );
  return [make("h3", {}, say("explore-findings")), make("ul", { class: "plain findings" }, items)];
}

/**
 * Return the word of a severity.
 * @param {"error"|"warning"|"note"} severity
 */
export function severityWord(severity) {
  const words = {
    error: say("explore-error"),
    warning: say("explore-warning"),
    note: say("explore-note"),
  };
  return words[severity] ?? severity;
}

function roster(node, act) {
  if (!node.roster) return [];
  const rows = renderBlocks(node.roster, act.pick, { level: 4, isNarrow: true });
  return [make("h3", {}, say("explore-roster")), ...rows];
}

function proof(evidence) {
  if (!evidence.length) return [];
  return [make("h3", {}, say("explore-evidence")), ...evidence.map(renderEvidence)];
}

function relations(node, act) {
  const found = node.relations ?? [];
  if (!found.length) return [];
  const groups = new Map();
  for (const relation of found)
    groups.set(relation.family, [...(groups.get(relation.family) ?? []), relation]);
  const parts = [...groups].flatMap(([family, some]) => {
    const dot = make("span", { class: "dot", "aria-hidden": "true" });
    dot.style.background = act.colourOf(family);
    return [
      make("h4", {}, dot, act.familyOf(family)),
      make(
        "ul",
        { class: "plain relations" },
        some.map((one) => relationItem(one, act)),
      ),
    ];
  });
  const more = node.more_relations
    ? [make("p", { class: "quiet" }, say("explore-more", { count: node.more_relations }))]
    : [];
  return [make("h3", {}, say("explore-relations")), ...parts, ...more];
}

function relationItem(relation, act) {
  const first = relation.evidence?.[0];
  const note = first
    ? make("span", { class: `status status-${first.status}` }, first.status_label)
    : make("span", { class: "status quiet" }, say("explore-no-evidence"));
  const open = make(
    "button",
    { type: "button", class: "row", onclick: () => act.pick(`relation:${relation.id}`) },
    make("span", {}, relation.sentence),
    note,
  );
  return make("li", {}, open);
}
