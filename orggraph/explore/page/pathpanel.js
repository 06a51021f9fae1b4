// A path between two picked nodes, with what kind of line it is.
import { make } from "./elements.js";
import { renderBlocks, textOf } from "./blocks.js";
import { SearchBox } from "./searchbox.js";
import { querySpec } from "./state.js";
import { say } from "./words.js";

/** The panel that asks for the ends of a path and tells it. */
export class PathPanel {
  /**
   * @param {HTMLElement} panel
   * @param {function(string): Promise<Object[]>} find
   * @param {{change: function(Object): void, pick: function(string): void}} act
   */
  constructor(panel, find, act) {
    Object.assign(this, { panel, act, ends: [null, null] });
    this.boxes = ["path-source", "path-target"].map(
      (id, end) =>
        new SearchBox(id, end ? "explore-path-target" : "explore-path-source", find, (node) =>
          this.setEnd(end, node),
        ),
    );
    this.answer = make("div", { class: "answer", "aria-live": "polite" });
    this.build();
  }

  /** Build the panel, or build it anew in another language. */
  build() {
    const [source, target] = this.boxes;
    this.boxes.forEach((box) => box.say());
    this.strict = make("input", {
      type: "checkbox",
      id: "path-strict",
      onchange: () => this.act.change({ strict: this.strict.checked }),
    });
    this.panel.replaceChildren(
      make("h2", {}, say("explore-path-title")),
      make("p", { class: "quiet" }, say("explore-path-hint")),
      make(
        "div",
        { class: "field" },
        make("label", { for: "path-source" }, say("explore-from")),
        source.element,
      ),
      make(
        "div",
        { class: "field" },
        make("label", { for: "path-target" }, say("explore-to")),
        target.element,
      ),
      make(
        "label",
        { class: "check", for: "path-strict" },
        this.strict,
        make("span", {}, say("explore-path-strict")),
      ),
      make(
        "div",
        { class: "doings" },
        make(
          "button",
          { type: "button", id: "path-swap", onclick: () => this.swap() },
          say("explore-path-swap"),
        ),
        make(
          "button",
          { type: "button", id: "path-clear", onclick: () => this.clear() },
          say("explore-path-clear"),
        ),
      ),
      this.answer,
    );
  }

  /**
   * Pick an end.
   * @param {0|1} end
   * @param {{id: string, name: string}} node
   */
  setEnd(end, node) {
    this.ends[end] = node;
    this.boxes[end].field.value = node.name;
    if (this.ends[0] && this.ends[1]) this.act.change({ path: this.ends.map((one) => one.id) });
  }

  swap() {
    this.ends.reverse();
    this.ends.forEach((node, end) => {
      this.boxes[end].field.value = node?.name ?? "";
    });
    if (this.ends[0] && this.ends[1]) this.act.change({ path: this.ends.map((one) => one.id) });
  }

  clear() {
    this.ends = [null, null];
    for (const box of this.boxes) box.field.value = "";
    this.act.change({ path: null });
  }

  /**
   * Ask for the path of a view, and tell it.
   * @param {{backend: Object, nameOf: function(string): Promise<string>}} explorer
   * @param {Object} spec
   * @returns {Promise<?Object>} the answer; null where there is none
   */
  async ask({ backend, nameOf }, spec) {
    if (!spec.path) {
      this.show(null);
      return null;
    }
    const query = querySpec(spec, ["as_of", "lang"]);
    query.set("source", spec.path[0]);
    query.set("target", spec.path[1]);
    if (spec.strict) query.set("strict", "1");
    try {
      const asked = [backend.ask("path", query), ...spec.path.map(nameOf)];
      const [path, ...names] = await Promise.all(asked);
      const ends = spec.path.map((id, end) => ({ id, name: names[end] }));
      this.show(path, ends, spec.strict);
      return path;
    } catch (error) {
      this.fail(error.message);
      return null;
    }
  }

  /**
   * Tell a path.
   * @param {?Object} path the answer to `path`; null for none asked for
   * @param {Array<{id: string, name: string}>} ends
   * @param {boolean} strict
   */
  show(path, ends, strict) {
    this.strict.checked = strict;
    if (!path) {
      this.answer.replaceChildren();
      return;
    }
    this.ends = ends;
    ends.forEach((node, end) => {
      this.boxes[end].field.value = node.name;
    });
    const words = path.blocks.filter((block) => block.block === "Paragraph");
    const told = path.blocks.find((block) => block.block === "Route")?.steps ?? [];
    const hops = path.hops.map((hop, at) =>
      this.hop({ label: textOf(told[at]?.relation), target_name: textOf(told[at]?.to), ...hop }),
    );
    const route = hops.length
      ? make("ol", { class: "hops" }, make("li", { class: "start" }, ends[0].name), hops)
      : null;
    const [verdict, ...rest] = renderBlocks(words, this.act.pick);
    verdict?.classList.add("verdict");
    this.answer.replaceChildren(...[verdict, route, ...rest].filter(Boolean));
  }

  hop(hop) {
    const pick = (ref) => () => this.act.pick(ref);
    const sentence = make(
      "button",
      { type: "button", class: "ref relation", onclick: pick(`relation:${hop.relation}`) },
      hop.label || hop.sentence,
    );
    const back =
      hop.direction === "forward"
        ? null
        : make("span", { class: "quiet" }, ` (${say("explore-backwards")})`);
    const target = make(
      "button",
      { type: "button", class: "ref", onclick: pick(`node:${hop.target}`) },
      hop.target_name ?? hop.target,
    );
    return make("li", {}, make("p", {}, sentence, back), target, this.also(hop.also ?? []));
  }

  /** The other relations between the two nodes of a hop. */
  also(sentences) {
    if (!sentences.length) return null;
    const items = sentences.map((sentence) => make("li", {}, sentence));
    const summary = make("summary", {}, say("explore-also", { count: items.length }));
    return make("details", { class: "also" }, summary, make("ul", { class: "plain" }, items));
  }

  /** Tell why there is no answer. */
  fail(message) {
    this.answer.replaceChildren(make("p", { class: "tone-bad" }, message));
  }
}
