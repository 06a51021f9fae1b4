// The blocks of an answer as elements: what a report has on the command line, on the page.
import { make } from "./elements.js";

const SAFE = /^(https?|mailto):/i;
const TONE_SIGNS = { good: "✓", fair: "≈", bad: "✕" };

/**
 * Make the elements of some blocks.
 * @param {Object[]} blocks
 * @param {function(string): void} pick is called with `node:ID` or `relation:ID`
 * @param {{level?: number, isNarrow?: boolean}} [how] the level of headings that stand highest;
 *   where it is narrow the rows of a table stand under each other
 * @returns {Node[]}
 */
export function renderBlocks(blocks, pick, { level = 3, isNarrow = false } = {}) {
  const makers = {
    Heading: (block) =>
      make(`h${Math.min(6, Math.max(level, block.level + level - 2))}`, {}, textOf(block.text)),
    Paragraph: (block) => paragraph(block, pick),
    Table: (block) => (isNarrow ? factList(block, pick) : table(block, pick)),
    Outline: (block) => outline(block.lines, pick),
    Route: (block) => route(block, pick),
    Listing: (block) => make("pre", { class: "listing-text", tabindex: "0" }, textOf(block.text)),
    Finding: (block) => finding(block, pick),
    Alteration: (block) =>
      paragraph({ ...block, text: `${block.sign} ${block.word}: ${textOf(block.text)}` }, pick),
  };
  return blocks.map((block) => makers[block.block]?.(block)).filter(Boolean);
}

/**
 * Make an element that shows a text, or leads on from it.
 * @param {string|{text: string, href?: string, node?: string, relation?: string}} text
 * @param {function(string): void} pick
 * @returns {Node}
 */
export function renderText(text, pick) {
  if (typeof text !== "object" || text === null) return document.createTextNode(text ?? "");
  const ref = text.node ? `node:${text.node}` : text.relation ? `relation:${text.relation}` : null;
  if (ref)
    return make("button", { type: "button", class: "ref", onclick: () => pick(ref) }, text.text);
  if (text.href && SAFE.test(text.href)) {
    return make("a", { href: text.href, target: "_blank", rel: "noopener noreferrer" }, text.text);
  }
  return document.createTextNode(text.text);
}

/**
 * Return the words of a text of a block.
 * @param {string|{text: string}} text
 */
export function textOf(text) {
  return typeof text === "object" && text !== null ? text.text : (text ?? "");
}

function paragraph({ text, tone }, pick) {
  const sign = TONE_SIGNS[tone]
    ? make("span", { class: "tone-sign", "aria-hidden": "true" }, `${TONE_SIGNS[tone]} `)
    : null;
  return make(
    "p",
    { class: tone && tone !== "plain" ? `tone-${tone}` : null },
    sign,
    renderText(text, pick),
  );
}

function table({ headings, rows, caption }, pick) {
  const head = headings.map((heading) => make("th", { scope: "col" }, textOf(heading)));
  const body = rows.map((cells) =>
    make(
      "tr",
      {},
      cells.map((cell) => make("td", {}, renderText(cell, pick))),
    ),
  );
  const title = caption ? make("caption", {}, textOf(caption)) : null;
  const inside = make(
    "table",
    {},
    title,
    make("thead", {}, make("tr", {}, head)),
    make("tbody", {}, body),
  );
  return make(
    "div",
    { class: "wide", tabindex: "0", role: "group", "aria-label": headings.map(textOf).join(", ") },
    inside,
  );
}

/** The rows of a table under each other, each headed by its first words. */
function factList({ headings, rows }, pick) {
  const facts = (cells, from) => {
    const told = cells
      .map((cell, at) => [headings[at], cell])
      .slice(from)
      .filter(([, cell]) => textOf(cell));
    return make(
      "dl",
      { class: "facts" },
      told.flatMap(([heading, cell]) => [
        make("dt", {}, textOf(heading)),
        make("dd", {}, renderText(cell, pick)),
      ]),
    );
  };
  if (rows.length === 1) return facts(rows[0], 0);
  return make(
    "ul",
    { class: "plain fact-list" },
    rows.map((cells) => {
      const first = Math.max(0, cells.findIndex(textOf));
      return make("li", {}, make("p", {}, renderText(cells[first], pick)), facts(cells, first + 1));
    }),
  );
}

function outline(lines, pick) {
  const root = make("ul", { class: "outline" });
  const lists = [root];
  for (const line of lines) {
    const depth = Math.min(line.depth, lists.length - 1);
    lists.length = depth + 1;
    const note = line.note ? make("span", { class: "quiet" }, ` ${textOf(line.note)}`) : null;
    const below = make("ul", {});
    const item = make("li", {}, renderText(line.text ?? line.words, pick), note);
    // A list without items is none for those who listen.
    if (depth === 0 || lists[depth].parentNode) lists[depth].append(item);
    else {
      lists[depth - 1].lastElementChild.append(lists[depth]);
      lists[depth].append(item);
    }
    lists.push(below);
  }
  return root;
}

function route({ start, steps }, pick) {
  const items = steps.map((step) =>
    make(
      "li",
      {},
      make("span", { class: "hop" }, renderText(step.relation, pick)),
      make("strong", {}, renderText(step.to, pick)),
      (step.details ?? []).map((detail) => make("p", { class: "quiet" }, renderText(detail, pick))),
    ),
  );
  return make(
    "div",
    { class: "route-list" },
    make("p", {}, make("strong", {}, textOf(start))),
    make("ol", {}, items),
  );
}

function finding({ text, tone, excerpt }, pick) {
  return make(
    "div",
    { class: "finding" },
    paragraph({ text, tone }, pick),
    excerpt ? make("pre", {}, excerpt) : null,
  );
}
