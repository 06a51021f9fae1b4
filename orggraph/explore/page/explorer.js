// The page as a whole: a view, what answers questions about it, and what shows the answers.
import { byId, make } from "./elements.js";
import { Chrome } from "./chrome.js";
import { Gaze } from "./gaze.js";
import { Inspector } from "./inspector.js";
import { fillHelp } from "./help.js";
import { hasWhole, startOf, usualTheme } from "./head.js";
import { PathPanel } from "./pathpanel.js";
import { Picture } from "./picture.js";
import { Refusal, watchVersion } from "./served.js";
import { SCENE_KEYS, State, querySpec, readSpec } from "./state.js";
import { say, setWords, translate } from "./words.js";
import { showAround } from "./aroundbar.js";
import { showChecks } from "./checkspanel.js";
import { showDates } from "./dates.js";
import { showFilters } from "./filters.js";
import { showListing } from "./listing.js";
import { showPanel } from "./panels.js";
import { showTrouble } from "./trouble.js";
import { takeTone } from "./tone.js";

const SHAPING = ["around", "depth", "side", "path", "members"];

/** Shows a view and follows its changes. */
export class Explorer {
  /** @param {Object} backend what answers: `Served` or `Embedded` */
  constructor(backend) {
    Object.assign(this, { backend, head: null, scene: null, turn: 0, isBroken: false });
    this.counts = { families: {}, types: {} };
    this.gaze = new Gaze(this);
    this.state = new State(readSpec(location.hash));
    this.adopt = (changes) => this.change(changes);
    this.pick = (ref) => this.choose(ref);
    this.nameOf = (id) => this.findName(id);
    this.picture = new Picture(byId("stage"), {
      pick: this.pick,
      centre: (id) => this.change({ around: id, depth: this.spec.around ? this.spec.depth : 1 }),
      moved: () => this.gaze.moved(),
    });
  }

  get spec() {
    return this.state.spec;
  }

  /** Ask what there is, and show the view that the address tells. */
  async begin() {
    this.chrome = new Chrome(this);
    this.inspector = new Inspector(this);
    this.paths = new PathPanel(byId("panel-path"), (words) => this.find(words), {
      change: this.adopt,
      pick: this.pick,
    });
    if (this.backend.isServed) {
      watchVersion(
        this.backend,
        (answer) => this.heard(answer),
        () => this.chrome.tell(say("explore-lost")),
      );
    }
    this.state.listen((spec, keys) => this.follow(keys));
    if (await this.learn()) {
      this.settle();
      await this.showAll();
    }
  }

  /** Learn what there is to show; returns whether there is anything. */
  async learn() {
    const { lang } = this.spec;
    try {
      const head = await this.backend.ask("head", querySpec(this.spec, ["lang", "as_of"]));
      if (lang !== this.spec.lang) return true; // it was asked for in another language meanwhile
      this.head = head;
    } catch (error) {
      this.isBroken = true;
      if (error.words) this.speak(error.words, error.language);
      this.fail(error);
      return false;
    }
    this.speak(this.head.words, this.spec.lang ?? this.head.language);
    document.title = this.head.title;
    byId("title").textContent = this.head.title;
    this.chrome.learn(this.head, this.spec);
    return true;
  }

  /** Speak a language. */
  speak(words, language) {
    setWords(words);
    document.documentElement.lang = language;
    translate(document);
    fillHelp(byId("help"));
    this.paths.build();
  }

  /** Fill in what the address leaves open. */
  settle() {
    const changes = {};
    if (!this.spec.theme) changes.theme = usualTheme(this.head);
    const isNew = !location.hash;
    if (!this.spec.around && (isNew || !hasWhole(this.head))) {
      Object.assign(changes, startOf(this.head));
    }
    if (isNew && this.head.start?.as_of) changes.as_of = this.head.start.as_of;
    Object.assign(this.state.spec, changes);
    this.state.write(true);
  }

  async showAll() {
    showPanel(this.spec.panel);
    this.chrome.show(this.spec);
    byId("details").hidden = !this.spec.select;
    await this.showScene();
    await Promise.all([this.inspector.show(), this.showChecks()]);
  }

  /** Change the view; what changes its shape is seen as a whole again. */
  change(changes) {
    const isNewShape = SHAPING.some((key) => key in changes);
    const isTooMuch = changes.path && !this.spec.around && !hasWhole(this.head);
    const around = isTooMuch ? { around: changes.path[0], depth: 1 } : {};
    this.state.set({ ...(isNewShape ? { zoom: null } : {}), ...around, ...changes });
  }

  /** Choose a node or a relation, or with null none. */
  choose(ref) {
    this.state.set({ select: ref ?? null });
  }

  async follow(keys) {
    const has = (...names) => names.some((name) => keys.has(name));
    if (has("lang") && !(await this.learn())) return;
    if (has("panel") && showPanel(this.spec.panel) && this.scene && !this.gaze.place)
      this.gaze.look();
    this.chrome.show(this.spec);
    if (SCENE_KEYS.some((key) => keys.has(key)) || has("strict", "show")) await this.showScene();
    else if (has("zoom")) this.gaze.follow();
    if (has("select", "lang", "as_of")) await this.inspector.show();
    if (has("lang", "as_of")) await this.showChecks();
  }

  /** Ask for the picture and show it; an answer that was overtaken is left alone. */
  async showScene() {
    this.turn += 1;
    const { turn, spec } = this;
    byId("main").setAttribute("aria-busy", "true");
    try {
      const path = await this.paths.ask(this, spec);
      const query = querySpec(spec, SCENE_KEYS);
      if (!path?.nodes.length) query.delete("path");
      const [scene, name] = await Promise.all([
        this.backend.ask("scene", query),
        spec.around ? this.nameOf(spec.around) : "",
      ]);
      const list = spec.show === "list" ? await this.backend.ask("list", query) : null;
      if (turn !== this.turn) return;
      this.scene = scene;
      byId("trouble").hidden = true;
      document.body.classList.remove("in-trouble");
      this.showAroundBar(name);
      this.showParts(scene, list);
    } catch (error) {
      if (turn === this.turn) this.fail(error);
    } finally {
      if (turn === this.turn) byId("main").removeAttribute("aria-busy");
    }
  }

  showParts(scene, list) {
    const { spec } = this;
    takeTone(scene);
    byId("stage").hidden = Boolean(list);
    byId("listing").hidden = !list;
    if (list) showListing(byId("listing"), scene, list.blocks, this.pick);
    else {
      this.picture.show(scene, this.gaze.place, this.inspector.centre);
      this.picture.choose(spec.select);
      const theme = this.head.themes.find(({ id }) => id === spec.theme);
      this.picture.keepLetters(Boolean(theme?.own_font));
      this.chrome.showScale(this.picture.camera.k);
    }
    this.counts = scene.counts;
    this.showFilters();
    showDates(byId("dates"), this.head.dates, spec.as_of, this.adopt);
    this.chrome.count(scene, spec);
  }

  showFilters() {
    const { head, spec, counts, backend } = this;
    showFilters(byId("panel-filter"), head, spec, counts, this.adopt, backend.isServed);
  }

  showAroundBar(name) {
    const { head, spec, backend } = this;
    const back = hasWhole(head) ? {} : startOf(head);
    showAround(byId("around"), spec, name, this.adopt, { isServed: backend.isServed, back });
  }

  async showChecks() {
    const asked = () => querySpec(this.spec, ["lang", "as_of"]);
    const query = asked();
    try {
      const checks = await this.backend.ask("checks", query);
      if (String(asked()) !== String(query)) return; // overtaken
      showChecks(byId("panel-checks"), checks, this.pick);
      byId("panel-checks").prepend(...this.remarks());
    } catch (error) {
      this.chrome.tell(error.message);
    }
  }

  /** What has to be said where a file tells of all dates, and the picture of one. */
  remarks() {
    const { as_of: date } = this.spec;
    if (this.backend.isServed || !date) return [];
    return [make("p", { class: "remark" }, say("explore-all-dates-told", { date }))];
  }

  async find(words) {
    const query = querySpec(this.spec, ["as_of", "lang"]);
    query.set("q", words);
    return this.backend.ask("search", query);
  }

  /** Hear which version of the data there is, and whether it can be read. */
  async heard({ version, problems }) {
    if (problems?.length) {
      if (!this.isBroken) this.fail(new Refusal(say("explore-unreadable"), { problems }));
      this.isBroken = true;
    } else if (this.isBroken || !this.head || version !== this.head.version) {
      this.isBroken = false;
      if (await this.learn()) {
        this.settle();
        await this.showAll();
        this.chrome.tell(say("explore-reloaded"));
      }
    }
  }

  /** Show why there is no picture, in its place. */
  fail(error) {
    if (!(error instanceof Refusal)) console.error(error);
    this.scene = null;
    for (const id of ["stage", "listing", "around"]) byId(id).hidden = true;
    showTrouble(byId("trouble"), error.message, error.problems);
    document.body.classList.add("in-trouble");
    if (!this.head) return;
    this.chrome.tell("");
    this.showFilters();
    showDates(byId("dates"), this.head.dates, this.spec.as_of, this.adopt);
    if (!error.problems?.length) this.showWayOut();
  }

  /** Show what leads elsewhere from around a node, where that cannot be shown. */
  async showWayOut() {
    const { turn, spec } = this;
    const name = spec.around && (await this.findName(spec.around));
    if (turn === this.turn) this.showAroundBar(name);
  }

  async findName(id) {
    const query = querySpec(this.spec, ["as_of", "lang"]);
    query.set("id", id);
    const node = await this.backend.ask("node", query).catch(() => null);
    return node?.name ?? id;
  }
}
