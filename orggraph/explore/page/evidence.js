// A quotation and where it stands: the paragraph of the source with the words marked.
import { make } from "./elements.js";
import { say } from "./words.js";

const STATUS_SIGNS = { verified: "✓", not_found: "✕", ambiguous: "?", unchecked: "○" };

/**
 * Show a piece of evidence.
 * @param {Object} evidence as the questions answer it
 * @returns {HTMLElement}
 */
export function renderEvidence(evidence) {
  const {
    title,
    source,
    quote,
    status,
    status_label: label,
    paragraph,
    text,
    marks,
    href,
  } = evidence;
  const name = title ?? source;
  const isLink = href && /^https?:/i.test(href);
  const where = isLink
    ? make("a", { href, target: "_blank", rel: "noopener noreferrer" }, name)
    : name;
  const place = paragraph ? `, ${say("explore-paragraph", { number: paragraph })}` : "";
  return make(
    "figure",
    { class: "evidence" },
    make("blockquote", {}, `“${quote}”`),
    make(
      "figcaption",
      {},
      make(
        "span",
        { class: `status status-${status}` },
        `${STATUS_SIGNS[status] ?? ""} ${label ?? status}`,
      ),
      make("span", { class: "quiet" }, where, place),
    ),
    text
      ? make(
          "details",
          { open: true },
          make("summary", {}, say("explore-in-the-source")),
          make("p", { class: "source-text" }, marked(text, marks ?? [])),
        )
      : null,
  );
}

/**
 * Mark some parts of a text.
 * @param {string} text
 * @param {Array<[number, number]>} marks from and to, in order
 * @returns {Node[]}
 */
export function marked(text, marks) {
  const parts = [];
  let at = 0;
  for (const [start, end] of [...marks].sort(([one], [other]) => one - other)) {
    if (start < at || end <= start) continue;
    parts.push(
      document.createTextNode(text.slice(at, start)),
      make("mark", {}, text.slice(start, end)),
    );
    at = end;
  }
  return [...parts, document.createTextNode(text.slice(at))];
}
