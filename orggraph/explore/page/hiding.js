// What of a scene is shown, where a file has no smaller scene of its own.

/**
 * Say which cards and lines of a scene are hidden, and what is on the path.
 * @param {Object} scene
 * @param {{around: ?string, depth: number, families: ?string[], without: string[],
 *   path: ?Object}} view
 * @returns {Object} the scene with `hidden`, a set of the ids of elements, and `marked`, such a set
 */
export function hideOutside(scene, { around, depth, families, without, path }) {
  const hidden = new Set();
  const byNode = cardsByNode(scene);
  for (const route of scene.routes) {
    const isOff = (families && !families.includes(route.family)) || isAllIn(route.types, without);
    if (isOff) hidden.add(route.dom);
  }
  if (around && byNode.has(around)) {
    const near = within(scene, byNode.get(around).node, depth, hidden);
    for (const id of path?.nodes ?? []) if (byNode.has(id)) near.add(byNode.get(id).node);
    for (const card of scene.cards) if (!near.has(card.node)) hidden.add(card.dom);
    for (const { dom, source, target } of scene.routes) {
      if (!near.has(source) || !near.has(target)) hidden.add(dom);
    }
  }
  const marked = path ? markPath(scene, byNode, path) : new Set();
  for (const dom of marked) hidden.delete(dom);
  return { ...scene, hidden, marked };
}

/**
 * Find the card that shows each node: its own, or else the one that lists it.
 * @param {Object} scene
 * @returns {Map<string, Object>} cards by node
 */
export function cardsByNode(scene) {
  const cards = new Map();
  for (const card of scene.cards) {
    for (const member of card.members ?? []) if (!cards.has(member)) cards.set(member, card);
  }
  for (const card of scene.cards) cards.set(card.node, card);
  return cards;
}

function isAllIn(types, without) {
  return types.length > 0 && types.every((type) => without.includes(type));
}

function within(scene, centre, depth, hidden) {
  const reached = new Set([centre]);
  for (let level = 0; level < depth; level += 1) {
    const edge = [];
    for (const { dom, source, target } of scene.routes) {
      if (hidden.has(dom)) continue;
      if (reached.has(source)) edge.push(target);
      if (reached.has(target)) edge.push(source);
    }
    for (const node of edge) reached.add(node);
  }
  return reached;
}

function markPath(scene, byNode, path) {
  const marked = new Set();
  for (const id of path.nodes) if (byNode.has(id)) marked.add(byNode.get(id).dom);
  for (const route of scene.routes) {
    if (route.relations.some((id) => path.relations.includes(id))) marked.add(route.dom);
  }
  return marked;
}
