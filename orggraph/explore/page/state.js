// The one state of the page: the view that is shown, which the address's hash tells too.

const SIDES = ["above", "below", "both"];
const MEMBERS = ["inside", "nodes", "hidden"];
const PLAIN = ["around", "as_of", "theme", "lang", "select", "panel", "zoom"];

/** The keys that change what is in the picture, in the order in which a question tells them. */
export const SCENE_KEYS = [
  ...["around", "depth", "side", "families", "without_types", "members", "as_of"],
  ...["theme", "lang", "path"],
];

/**
 * Read a view from a hash; what is not understood is left out.
 * @param {string} hash
 * @returns {Object} the view: `families` null for all, `without_types` a list, `path` null or a pair
 */
export function readSpec(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const spec = emptySpec();
  for (const key of PLAIN) spec[key] = given.get(key) || null;
  const depth = Number(given.get("depth"));
  if (Number.isInteger(depth) && depth >= 1 && depth <= 5) spec.depth = depth;
  if (SIDES.includes(given.get("side"))) spec.side = given.get("side");
  if (MEMBERS.includes(given.get("members"))) spec.members = given.get("members");
  if (given.has("families")) spec.families = given.get("families").split(",").filter(Boolean);
  spec.without_types = (given.get("without_types") || "").split(",").filter(Boolean);
  const ends = (given.get("path") || "").split(",");
  if (ends.length === 2 && ends[0] && ends[1]) spec.path = ends;
  spec.strict = given.get("strict") === "1";
  spec.show = given.get("show") === "list" ? "list" : "picture";
  return spec;
}

/**
 * Write a view as a hash: only what is not as it is without it.
 * @param {Object} spec
 * @returns {string}
 */
export function writeSpec(spec) {
  const words = querySpec(spec, SCENE_KEYS);
  if (spec.strict) words.set("strict", "1");
  if (spec.show === "list") words.set("show", "list");
  for (const key of ["select", "panel", "zoom"]) if (spec[key]) words.set(key, spec[key]);
  return words.toString();
}

/**
 * Write some keys of a view as the query of a question.
 * @param {Object} spec
 * @param {string[]} keys
 * @returns {URLSearchParams}
 */
export function querySpec(spec, keys) {
  const words = new URLSearchParams();
  for (const key of keys) {
    const value = spec[key];
    if (key === "families" && value !== null) words.set(key, value.join(","));
    else if (key === "depth") {
      if (spec.around) words.set(key, value);
    } else if (key === "side") {
      if (spec.around && value !== "both") words.set(key, value);
    } else if (key === "members" && value === "inside") continue;
    else if (Array.isArray(value) ? value.length : value) words.set(key, String(value));
  }
  return words;
}

/** The view, those who want to hear of its changes, and the address. */
export class State {
  /** @param {Object} spec the view to begin with */
  constructor(spec) {
    this.spec = spec;
    this.listeners = [];
    window.addEventListener("hashchange", () => this.take(readSpec(location.hash)));
    window.addEventListener("popstate", () => this.take(readSpec(location.hash)));
  }

  /**
   * Hear of changes.
   * @param {function(Object, Set<string>, Object): void} listener gets the view, the keys that
   *   changed, and the view as it was
   */
  listen(listener) {
    this.listeners.push(listener);
  }

  /**
   * Change the view.
   * @param {Object} changes
   * @param {{quiet?: boolean}} [how] quiet: the address changes without a step to go back by
   */
  set(changes, { quiet = false } = {}) {
    const next = { ...this.spec, ...changes };
    if (this.take(next)) this.write(quiet);
  }

  /** Write the address of the view. */
  write(quiet) {
    const address = `#${writeSpec(this.spec)}`;
    if (address === location.hash) return;
    history[quiet ? "replaceState" : "pushState"](null, "", address);
  }

  /** Show another view; returns whether it is another. */
  take(next) {
    const before = this.spec;
    const keys = Object.keys(next).filter((key) => String(next[key]) !== String(before[key]));
    if (!keys.length) return false;
    this.spec = next;
    for (const listener of this.listeners) listener(next, new Set(keys), before);
    return true;
  }
}

function emptySpec() {
  return {
    ...{ around: null, depth: 1, side: "both", families: null, without_types: [] },
    ...{ members: "inside", as_of: null, theme: null, lang: null, path: null, strict: false },
    ...{ select: null, panel: null, show: "picture", zoom: null },
  };
}
