// Paths in the data of a file: the same tiers, costs and ties as orggraph.queries.paths.
import { compareNames } from "./folding.js";

// Costs count in this order: relations against their direction, then those that do not report, then
// hops. As one number they compare in the same way while a path has less than 10,000 hops.
const HOP = 1;
const LINK = 10_000 + HOP;
const AGAINST = 100_000_000 + LINK;

/**
 * Gather what paths need to know of a graph.
 * @param {{nodes: Array, relations: Array}} graph as it is embedded
 * @param {function(Array): boolean} isThere whether a relation is there and may be used
 * @param {function(Array): boolean} hasNode whether a node is there
 * @returns {Object} a net for `findPath`
 */
export function makeNet(graph, isThere = () => true, hasNode = () => true) {
  const net = { ids: graph.nodes.map(([id]) => id), relations: graph.relations, from: [], to: [] };
  net.places = new Map(net.ids.map((id, place) => [id, place]));
  net.there = graph.nodes.map(hasNode);
  for (const list of [net.from, net.to])
    for (let at = 0; at < net.ids.length; at += 1) list.push([]);
  graph.relations.forEach((relation, at) => {
    if (!isThere(relation)) return;
    net.from[relation[3]].push(at);
    net.to[relation[4]].push(at);
  });
  return net;
}

/**
 * Find the canonical shortest path between two nodes, and the tier that it needs.
 * @param {Object} net
 * @param {string} source
 * @param {string} target
 * @param {{strict?: boolean, nameOf?: function(string): string}} [how]
 * @returns {{tier: string, beyond: string, hops: Object[], nodes: string[], relations: string[],
 *   lineEnds: string[], subordinates: string[]}}
 */
export function findPath(net, source, target, { strict = false, nameOf = (id) => id } = {}) {
  const [start, end] = [net.places.get(source), net.places.get(target)];
  let tier = "none";
  let hops = [];
  if (start === end) tier = "reporting";
  else {
    for (const name of ["reporting", "links", "connected"]) {
      const found = shortest(net, start, end, name);
      if (!found) continue;
      [tier, hops] = [name, found];
      break;
    }
  }
  const beyond = tier;
  if (strict && tier !== "reporting") [tier, hops] = ["none", []];
  return {
    ...{ tier, beyond, source, target, strict },
    hops: hops.map((hop) => toldHop(net, hop)),
    nodes: tier === "none" ? [] : [source, ...hops.map((hop) => net.ids[hop.to])],
    relations: hops.map((hop) => net.relations[hop.relation][0]),
    lineEnds: lineEnds(net, start)
      .map((at) => net.ids[at])
      .sort((a, b) => compareNames(nameOf(a), nameOf(b))),
    subordinates: [...new Set(reports(net, net.to[end]).map((at) => net.relations[at][3]))]
      .sort((a, b) => a - b)
      .map((at) => net.ids[at]),
  };
}

/** Dijkstra's algorithm (1959) from the target; then from the source the way by smallest ids. */
function shortest(net, start, end, tier) {
  const costs = new Map([[end, 0]]);
  const waiting = new Heap();
  waiting.push(0, end);
  const done = new Set();
  while (waiting.size) {
    const [cost, node] = waiting.pop();
    if (done.has(node)) continue;
    done.add(node);
    if (node === start) break;
    for (const step of steps(net, node, tier, false).values()) {
      const reached = cost + step.cost;
      if (!costs.has(step.from) || reached < costs.get(step.from)) {
        costs.set(step.from, reached);
        waiting.push(reached, step.from);
      }
    }
  }
  if (!done.has(start)) return null;
  const hops = [];
  for (let node = start; node !== end; node = hops.at(-1).to) {
    const good = [...steps(net, node, tier, true).values()].filter(
      (step) => done.has(step.to) && step.cost + costs.get(step.to) === costs.get(node),
    );
    hops.push(good.reduce((one, other) => (other.to < one.to ? other : one)));
  }
  return hops;
}

/** The best step between a node and each neighbour: the cheapest, then the first in the data. */
function steps(net, node, tier, leaving) {
  const best = new Map();
  const keep = (relation, along) => {
    const [, , , source, target, isReporting, isSymmetric] = net.relations[relation];
    if (along ? tier === "reporting" && !isReporting : tier === "reporting") return;
    if (!along && tier === "links" && !isSymmetric) return;
    const cost = along ? (isReporting ? HOP : LINK) : isSymmetric ? LINK : AGAINST;
    const [from, to] = along ? [source, target] : [target, source];
    const step = { from, to, cost, relation, forward: along || Boolean(isSymmetric) };
    const rival = best.get(leaving ? to : from);
    if (!rival || cost < rival.cost || (cost === rival.cost && relation < rival.relation)) {
      best.set(leaving ? to : from, step);
    }
  };
  for (const relation of leaving ? net.from[node] : net.to[node]) keep(relation, true);
  for (const relation of leaving ? net.to[node] : net.from[node]) keep(relation, false);
  return best;
}

function toldHop(net, hop) {
  const { from, to } = hop;
  const between = [
    ...net.from[from].filter((at) => net.relations[at][4] === to),
    ...net.from[to].filter((at) => net.relations[at][4] === from),
  ];
  return {
    relation: net.relations[hop.relation][0],
    type: net.relations[hop.relation][1],
    isReporting: Boolean(net.relations[hop.relation][5]),
    source: net.ids[from],
    target: net.ids[to],
    direction: hop.forward ? "forward" : "inverse",
    also: between.filter((at) => at !== hop.relation).map((at) => net.relations[at][0]),
  };
}

function reports(net, relations) {
  return relations.filter((at) => net.relations[at][5]);
}

function lineEnds(net, start) {
  const seen = new Set([start]);
  for (const node of seen)
    for (const at of reports(net, net.from[node])) seen.add(net.relations[at][4]);
  return [...seen].filter((node) => !reports(net, net.from[node]).length);
}

/** Pairs of a cost and a node, of which the cheapest comes out first (Williams 1964). */
class Heap {
  constructor() {
    this.items = [];
  }

  get size() {
    return this.items.length;
  }

  push(cost, node) {
    const items = this.items;
    let at = items.push([cost, node]) - 1;
    for (let up = (at - 1) >> 1; at && items[up][0] > items[at][0]; up = (at - 1) >> 1) {
      [items[up], items[at]] = [items[at], items[up]];
      at = up;
    }
  }

  pop() {
    const items = this.items;
    const first = items[0];
    const last = items.pop();
    if (!items.length) return first;
    items[0] = last;
    for (let at = 0; ;) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < items.length && items[below][0] < items[least][0]) least = below;
      }
      if (least === at) return first;
      [items[least], items[at]] = [items[at], items[least]];
      at = least;
    }
  }
}
