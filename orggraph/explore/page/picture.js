// The picture: our own scene's SVG in the page, with its cards and lines to point at and to reach.
import { byId, draw } from "./elements.js";
import { Camera } from "./camera.js";
import { cardsByNode } from "./hiding.js";
import { fadeAway, glide, placesOf } from "./motion.js";
import { readingOrder, nearestCard } from "./reading.js";
import { say } from "./words.js";

const READABLE = 0.5; // below this scale words cannot be read
const SEEN_AS_A_WHOLE = 0.3; // below this scale not even the shape can, on a large screen
const ROOMY = 560; // pixels
const SAME_LINE = 0.5; // between two heights of one line of words
const MANY = 2 / 3; // of the most lines that a card has
const GAP = 5; // between a card and the ring around it

/** Shows scenes, and tells what is picked in them. */
export class Picture {
  /**
   * @param {HTMLElement} stage
   * @param {{pick: function(string): void, centre: function(string): void,
   *   moved: function(): void}} tell `pick` gets `node:ID` or `relation:ID`, `centre` a node
   */
  constructor(stage, tell) {
    this.stage = stage;
    this.tell = tell;
    this.svg = null;
    this.scene = null;
    this.cards = new Map();
    this.chosen = null;
    this.camera = new Camera(stage, [byId("details"), byId("side")], {
      moved: tell.moved,
      clicked: (element) => tell.pick(this.refOf(element)),
      twice: (element) => {
        const ref = this.refOf(element.closest(".card") ?? element);
        if (ref?.startsWith("node:")) tell.centre(ref.slice(5));
      },
    });
    stage.addEventListener("keydown", (event) => this.key(event));
    stage.addEventListener("focusin", (event) => this.focused(event));
  }

  /**
   * Show a scene.
   * @param {Object} scene
   * @param {?{x: number, y: number, k: number}} view where to look; null for all of it
   * @param {?string} centre the node that matters most
   */
  show(scene, view, centre) {
    const before = this.svg && placesOf(this.own, this.scene.hidden ?? new Set(), this.camera);
    const old = { svg: this.svg, cards: this.own };
    const svg = readPicture(scene.svg);
    [this.svg, this.scene, this.cards] = [svg, scene, cardsByNode(scene)];
    this.own = new Map(scene.cards.map((card) => [card.node, card]));
    this.refs = new Map(scene.cards.map((card) => [card.dom, `node:${card.node}`]));
    for (const { dom, relations } of scene.routes) this.refs.set(dom, `relation:${relations[0]}`);
    this.prepare();
    this.stage.append(svg);
    this.camera.attach(svg, { width: scene.width, height: scene.height });
    if (view) this.camera.look(view);
    else this.begin(centre);
    this.camera.place();
    if (old.svg) {
      glide(before, svg, this.own, this.camera);
      fadeAway(old.svg, this.own, old.cards);
    }
    this.choose(this.chosen);
  }

  /** Show all of the picture, or where it would be too small to read, what matters most of it. */
  begin(centre) {
    const { height } = this.scene;
    const least = this.camera.free.width > ROOMY ? SEEN_AS_A_WHOLE : READABLE;
    if (this.camera.fitting >= least) return this.camera.fit();
    const card = this.cards.get(centre) ?? this.top();
    const k = Math.max(READABLE, this.camera.fitting) * 1.2;
    const half = this.camera.free.height / k / 2;
    const y = centre ? card.y + card.height / 2 : Math.min(half, height / 2);
    return this.camera.centre(card.x + card.width / 2, y, k);
  }

  /** The uppermost card of those with most lines: what stands apart is no beginning. */
  top() {
    const lines = new Map();
    for (const { source, target } of this.scene.routes)
      for (const node of [source, target]) lines.set(node, (lines.get(node) ?? 0) + 1);
    const many = Math.max(0, ...lines.values()) * MANY;
    const joined = this.scene.cards.filter(({ node }) => (lines.get(node) ?? 0) >= many);
    return joined.reduce((one, other) => (other.y < one.y ? other : one));
  }

  /** Keep the letters of the picture, or show it in those of the page, by which ours are measured. */
  keepLetters(isKept) {
    this.svg.classList.toggle("own-letters", isKept);
  }

  /** Mark what is chosen: `node:ID`, `relation:ID` or null. */
  choose(ref) {
    this.chosen = ref;
    this.svg.querySelectorAll(".ring, .glow").forEach((element) => element.remove());
    this.svg.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
    const element = this.elementOf(ref);
    if (!element) return;
    element.classList.add("chosen");
    this.mark(element, "ring chosen-ring");
    this.makeReachable(element);
  }

  /** Move so that a node is seen; returns whether it is in the picture. */
  reveal(node) {
    const card = this.cards.get(node);
    if (!card || this.scene.hidden?.has(card.dom)) return false;
    this.camera.reveal(card);
    return true;
  }

  /** The element that shows what `ref` names, if it is shown. */
  elementOf(ref) {
    if (!ref || !this.svg) return null;
    const id = ref.slice(ref.indexOf(":") + 1);
    const found = ref.startsWith("node:")
      ? this.cards.get(id)
      : this.scene.routes.find(({ relations }) => relations.includes(id));
    const isShown = found && !this.scene.hidden?.has(found.dom);
    return isShown ? this.svg.getElementById(found.dom) : null;
  }

  refOf(element) {
    const { node } = element.dataset ?? {};
    if (node) return `node:${node}`;
    const thing = element.closest?.(".card, .route, .label");
    return (thing && this.refs.get(thing.dataset.route ?? thing.id)) ?? null;
  }

  /** Make the cards and lines reachable, and tell what is known of them beside their own words. */
  prepare() {
    const { svg, scene } = this;
    svg.classList.add("picture");
    svg.setAttribute("width", scene.width);
    svg.setAttribute("height", scene.height);
    for (const link of svg.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    const labels = svg.querySelectorAll(":scope > .labels > .label");
    for (const route of scene.routes) {
      const group = svg.getElementById(route.dom);
      if (!group) continue;
      for (const stroke of group.querySelectorAll("path:not(.arrow)"))
        group.append(draw("path", { d: stroke.getAttribute("d"), class: "reach" }));
      const label = labels[route.dom_label ?? -1];
      if (label) label.dataset.route = route.dom;
      if (scene.hidden?.has(route.dom))
        [group, label].forEach((each) => each?.classList.add("away"));
    }
    for (const card of scene.cards) {
      const group = svg.getElementById(card.dom);
      nameRows(group, card.rows ?? []);
      if (scene.hidden?.has(card.dom)) group?.classList.add("away");
      else if (card.findings && group) this.addBadge(group, card);
    }
    for (const dom of scene.marked ?? []) this.mark(svg.getElementById(dom), "halo-mark");
    this.order = readingOrder(scene)
      .map((dom) => svg.getElementById(dom))
      .filter(Boolean);
    for (const element of this.order) {
      element.setAttribute("role", "button");
      element.setAttribute("tabindex", "-1");
    }
    this.order[0]?.setAttribute("tabindex", "0");
  }

  addBadge(group, card) {
    const words = say("explore-findings-count", { count: card.findings });
    group.setAttribute("aria-label", `${group.getAttribute("aria-label")} ${words}`);
    const [x, y] = [card.x + card.width - 4, card.y + 2];
    group.append(
      draw(
        "g",
        { class: "badge", transform: `translate(${x} ${y})` },
        draw("path", { d: "M0 -10L10.5 8H-10.5Z" }),
        draw(
          "text",
          { y: 6, "text-anchor": "middle" },
          card.findings > 9 ? "9+" : String(card.findings),
        ),
      ),
    );
  }

  /** Put a ring around a card, or a glow under a line. */
  mark(element, name) {
    if (!element) return;
    const box = element.querySelector(".box");
    if (box) {
      const side = (key) => Number(box.getAttribute(key));
      const [width, height] = [side("width") + 2 * GAP, side("height") + 2 * GAP];
      const place = { x: side("x") - GAP, y: side("y") - GAP, rx: side("rx") + GAP };
      element.prepend(draw("rect", { class: name, ...place, width, height }));
      return;
    }
    const glow = name.replace("ring", "glow");
    for (const stroke of element.querySelectorAll(".reach"))
      element.prepend(draw("path", { class: glow, d: stroke.getAttribute("d") }));
  }

  focused(event) {
    this.svg?.querySelectorAll(".focus-ring, .focus-glow").forEach((element) => element.remove());
    if (!this.order?.includes(event.target) || !event.target.matches(":focus-visible")) return;
    this.makeReachable(event.target);
    this.mark(event.target, "ring focus-ring");
    const card = this.scene.cards.find(({ dom }) => dom === event.target.id);
    if (card) this.camera.reveal(card);
  }

  makeReachable(element) {
    for (const each of this.order) each.setAttribute("tabindex", each === element ? "0" : "-1");
  }

  /** Tab goes on in reading order, arrows to the next card in their direction, Enter opens. */
  key(event) {
    const at = this.order?.indexOf(event.target) ?? -1;
    if (at < 0) return;
    const go = (element) => {
      if (!element) return;
      event.preventDefault();
      event.stopPropagation();
      element.focus();
    };
    if (event.key === "Tab") go(this.order[at + (event.shiftKey ? -1 : 1)]);
    else if (event.key.startsWith("Arrow")) {
      const dom = nearestCard(this.scene, event.target.id, event.key.slice(5).toLowerCase());
      if (dom) go(this.svg.getElementById(dom));
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.tell.pick(this.refs.get(event.target.id));
    } else if (event.key === "Escape") go(this.stage);
  }
}

/** Let each line of a card that names a member lead to it. */
function nameRows(group, rows) {
  for (const text of group?.querySelectorAll(".member, .beside") ?? []) {
    const y = Number(text.getAttribute("y"));
    const row = rows.find((one) => Math.abs(one.y - y) < SAME_LINE);
    if (row) text.dataset.node = row.node;
  }
}

function readPicture(text) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  return document.importNode(parsed.documentElement, true);
}
