// In which order a picture is read, and what is next to what.

/**
 * Put cards and lines in reading order: cards from the top, each with the lines that leave it.
 * @param {Object} scene
 * @returns {string[]} the ids of their elements
 */
export function readingOrder(scene) {
  const shown = (thing) => !scene.hidden?.has(thing.dom);
  const cards = scene.cards.filter(shown);
  const routes = new Map(cards.map((card) => [card.node, []]));
  for (const route of scene.routes.filter(shown)) routes.get(route.source)?.push(route.dom);
  return inRows(cards).flatMap((card) => [card.dom, ...routes.get(card.node)]);
}

/**
 * Find the card that is next to another in a direction.
 * @param {Object} scene
 * @param {string} dom the id of the element of a card or a line
 * @param {"up"|"down"|"left"|"right"} direction
 * @returns {?string} the id of its element
 */
export function nearestCard(scene, dom, direction) {
  const here = scene.cards.find((card) => card.dom === dom) ?? sourceOf(scene, dom);
  if (!here) return null;
  const sign = direction === "down" || direction === "right" ? 1 : -1;
  const [along, across] = direction === "up" || direction === "down" ? ["y", "x"] : ["x", "y"];
  let best = null;
  for (const card of scene.cards) {
    if (card === here || scene.hidden?.has(card.dom)) continue;
    const ahead = sign * (middle(card, along) - middle(here, along));
    if (ahead <= 1) continue;
    const cost = ahead + 2 * Math.abs(middle(card, across) - middle(here, across));
    if (!best || cost < best.cost) best = { cost, dom: card.dom };
  }
  return best?.dom ?? null;
}

function sourceOf(scene, dom) {
  const route = scene.routes.find((one) => one.dom === dom);
  return route && scene.cards.find((card) => card.node === route.source);
}

function middle(card, axis) {
  return axis === "x" ? card.x + card.width / 2 : card.y + card.height / 2;
}

/** Cards row by row: what begins little below the first of a row stands in it. */
function inRows(cards) {
  const rows = [];
  for (const card of [...cards].sort((one, other) => middle(one, "y") - middle(other, "y"))) {
    const row = rows.at(-1);
    if (row && middle(card, "y") - middle(row[0], "y") < 24) row.push(card);
    else rows.push([card]);
  }
  return rows.flatMap((row) => row.sort((one, other) => one.x - other.x));
}
