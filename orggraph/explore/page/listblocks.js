// What a view of a file shows, as tables for those who read or listen.
import { say } from "./words.js";

/**
 * Make the blocks of the list view of a file.
 * @param {Object} scene with what is hidden
 * @param {Object} data that of the file
 * @param {string} language
 * @returns {Object[]} blocks
 */
export function listBlocks(scene, data, language) {
  const nodes = data.nodes[language];
  const relations = data.relations[language];
  const cards = scene.cards.filter((card) => !scene.hidden.has(card.dom));
  const shown = new Set(cards.flatMap((card) => [card.node, ...(card.members ?? [])]));
  const ids = scene.routes
    .filter((route) => !scene.hidden.has(route.dom))
    .flatMap((route) => route.relations);
  const ends = (id) => relations[id] && [relations[id].source, relations[id].target];
  return [
    { block: "Heading", text: say("explore-nodes"), level: 2 },
    {
      block: "Table",
      headings: [say("explore-name"), say("explore-kind")],
      rows: [...shown]
        .filter((id) => nodes[id])
        .map((id) => [{ text: nodes[id].name, node: id }, nodes[id].kind_label]),
    },
    { block: "Heading", text: say("explore-relations"), level: 2 },
    {
      block: "Table",
      headings: [say("explore-from"), say("explore-relation"), say("explore-to")],
      rows: [...new Set(ids)].filter(ends).map((id) => [
        { text: relations[id].source_name, node: relations[id].source },
        { text: relations[id].label ?? relations[id].sentence, relation: id },
        { text: relations[id].target_name, node: relations[id].target },
      ]),
    },
  ];
}
