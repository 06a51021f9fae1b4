// The data of a page that is one file: each question is answered from what the file holds.
import { Refusal } from "./served.js";
import { searchRows } from "./search.js";
import { findPath, makeNet } from "./paths.js";
import { pathBlocks } from "./pathwords.js";
import { hideOutside } from "./hiding.js";
import { listBlocks } from "./listblocks.js";

const KEY_PARTS = ["around", "depth", "as_of", "theme", "lang"];

/**
 * Unpack the data of a file.
 * @param {string} packed base64 of raw deflate of JSON
 * @returns {Promise<Object>}
 */
export async function unpack(packed) {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(await new Response(stream).text());
}

/** Answers from the data of a file as the program would. */
export class Embedded {
  /** @param {Object} data as `unpack` gives it */
  constructor(data) {
    this.data = data;
    this.isServed = false;
    this.answers = {
      head: (query) => this.head(query),
      scene: (query) => this.scene(query),
      node: (query) => this.known("nodes", query),
      relation: (query) => this.known("relations", query),
      search: (query) => this.search(query),
      checks: (query) => this.data.checks[this.language(query)],
      path: (query) => this.path(query),
      list: (query) => ({ blocks: listBlocks(this.scene(query), this.data, this.language(query)) }),
    };
  }

  /**
   * Answer a question.
   * @param {string} name
   * @param {URLSearchParams} [query]
   * @returns {Promise<Object>} rejected with a Refusal where there is no answer
   */
  async ask(name, query = new URLSearchParams()) {
    return this.answers[name](query);
  }

  language(query) {
    const languages = Object.keys(this.data.head);
    const asked = query.get("lang");
    if (languages.includes(asked)) return asked;
    const own = this.data.head[languages[0]].language;
    return languages.includes(own) ? own : languages[0];
  }

  head(query) {
    return this.data.head[this.language(query)];
  }

  known(part, query) {
    const things = this.data[part][this.language(query)];
    const id = query.get("id");
    if (Object.hasOwn(things, id)) return things[id];
    throw new Refusal(this.head(query).words["explore-not-in-file"]);
  }

  search(query) {
    return searchRows(this.data.search[this.language(query)], query.get("q") ?? "").map(
      ([id, name, kind, kind_label, note]) => ({ id, name, kind, kind_label, note, where: null }),
    );
  }

  /** The scene of the view: its own, or else the nearest one with the rest hidden. */
  scene(query) {
    const wanted = {};
    for (const part of KEY_PARTS) if (query.get(part)) wanted[part] = query.get(part);
    wanted.lang = this.language(query);
    wanted.theme = this.theme(query, wanted.theme);
    const exact = this.data.scenes[sceneKey(wanted)];
    const isLarger = Boolean(wanted.around) && !exact;
    const scene = exact ?? this.nearest(wanted);
    if (!scene) throw new Refusal(this.head(query).words["explore-not-in-file"]);
    return hideOutside(scene, {
      around: isLarger ? wanted.around : null,
      depth: Number(wanted.depth ?? 1),
      families: query.has("families") ? query.get("families").split(",") : null,
      without: (query.get("without_types") ?? "").split(",").filter(Boolean),
      path: query.has("path") ? this.path(pathQuery(query)) : null,
    });
  }

  nearest(wanted) {
    const whole = { ...wanted, around: undefined, depth: undefined };
    const tries = [whole];
    for (let depth = Number(wanted.depth ?? 1); depth > 0; depth -= 1)
      tries.push({ ...wanted, depth });
    if (wanted.around) {
      const shows = (scene) => scene?.cards.some((card) => card.node === wanted.around);
      const found = tries.map((parts) => this.data.scenes[sceneKey(parts)]).find(shows);
      if (found) return found;
    }
    return this.data.scenes[sceneKey(whole)] ?? this.start(wanted);
  }

  start(wanted) {
    const { start } = this.data.head[wanted.lang];
    return this.data.scenes[sceneKey({ ...wanted, around: start.around, depth: start.depth })];
  }

  theme(query, asked) {
    const head = this.head(query);
    const ids = head.themes.map((theme) => theme.id);
    return ids.includes(asked) ? asked : (head.default_theme ?? ids[0]);
  }

  path(query) {
    const [source, target] = [query.get("source"), query.get("target")];
    const language = this.language(query);
    const net = this.net(query);
    const names = this.data.nodes[language];
    for (const end of [source, target]) {
      const place = net.places.get(end);
      if (place === undefined || !net.there[place]) {
        throw new Refusal(this.head(query).words["explore-not-in-file"]);
      }
    }
    const nameOf = (id) => names[id].name;
    const found = findPath(net, source, target, { strict: query.get("strict") === "1", nameOf });
    return pathBlocks(found, nameOf, this.data.relations[language], this.head(query));
  }

  net(query) {
    const { dates, words } = this.head(query);
    const at = dates.indexOf(query.get("as_of"));
    if (at < 0 && query.get("as_of")) throw new Refusal(words["explore-not-in-file"]);
    const isThen = (when) =>
      at < 0 || !when || when.some(([first, last]) => first <= at && at <= last);
    return makeNet(
      this.data.graph,
      (relation) => isThen(relation[7]),
      (node) => isThen(node[1]),
    );
  }
}

function pathQuery(query) {
  const asked = new URLSearchParams(query);
  const [source, target] = query.get("path").split(",");
  asked.set("source", source);
  asked.set("target", target);
  return asked;
}

function sceneKey(parts) {
  return KEY_PARTS.filter((part) => parts[part])
    .map((part) => `${part}=${encodeURIComponent(parts[part])}`)
    .join("&");
}
