// A path of a file in words: what orggraph.reports.paths says of one.
import { say } from "./words.js";

const TONES = { reporting: "good", links: "fair", connected: "fair", none: "bad" };

/**
 * Tell a path that `findPath` found.
 * @param {Object} found
 * @param {function(string): string} nameOf
 * @param {Object<string, Object>} relations what is known of each, by id
 * @param {Object} head
 * @returns {Object} the answer to `path`
 */
export function pathBlocks(found, nameOf, relations, head) {
  const labels = typeLabels(head);
  const explanation = explain(found, nameOf, labels);
  const facts = { source: nameOf(found.source), target: nameOf(found.target) };
  const hops = found.hops.map((hop) => ({
    ...hop,
    label: labels.get(hop.type)?.[hop.direction] ?? hop.type,
    target_name: nameOf(hop.target),
    source_name: nameOf(hop.source),
    sentence: relations[hop.relation]?.sentence ?? hop.relation,
    also: hop.also.map((id) => relations[id]?.sentence ?? id),
  }));
  const blocks = [{ block: "Paragraph", text: explanation, tone: "plain" }];
  if (found.source !== found.target) {
    blocks.unshift({
      block: "Paragraph",
      text: say(`path-${found.tier}`, facts),
      tone: TONES[found.tier],
    });
  }
  return { ...found, hops, blocks, explanation };
}

function explain(found, nameOf, labels) {
  const [source, target] = [nameOf(found.source), nameOf(found.target)];
  if (found.source === found.target) return say("same-node", { node: source });
  const told = [whatItIs(found, labels)];
  if (found.tier !== "reporting") {
    const isTop = found.lineEnds.length === 1 && found.lineEnds[0] === found.source;
    const ends = found.lineEnds.map(nameOf).join(", ");
    told.push(
      isTop ? say("reports-to-nobody", { node: source }) : say("line-ends", { node: source, ends }),
    );
    const nodes = found.subordinates.map(nameOf).join(", ");
    told.push(
      nodes ? say("who-reports", { node: target, nodes }) : say("nobody-reports", { node: target }),
    );
  }
  return told.join(" ");
}

function whatItIs(found, labels) {
  const count = found.hops.length;
  if (found.tier === "none") {
    return say(
      found.strict && found.beyond !== "none" ? `strict-${found.beyond}` : "not-connected",
    );
  }
  if (found.tier === "reporting") return say("pure-line", { count });
  const others = found.hops.filter((hop) => hop.direction !== "forward" || !hop.isReporting);
  const words = new Set(others.map((hop) => labels.get(hop.type)?.[hop.direction] ?? hop.type));
  const against = found.hops.filter((hop) => hop.direction !== "forward").length;
  const facts = { others: others.length, count, labels: [...words].join(", "), against };
  return say(found.tier === "connected" ? "not-pure-against" : "not-pure", facts);
}

function typeLabels(head) {
  const types = head.families.flatMap((family) => family.types);
  return new Map(types.map(({ id, label, inverse }) => [id, { forward: label, inverse }]));
}
