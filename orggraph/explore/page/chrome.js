// What stands around the picture: the bar above it, the line below it, and what their buttons do.
import { byId, make } from "./elements.js";
import { fileName, hand, pngOf, svgOf } from "./saving.js";
import { listenToKeys } from "./keys.js";
import { NARROW, listenToTabs, showPanel } from "./panels.js";
import { SearchBox } from "./searchbox.js";
import { SCENE_KEYS, querySpec } from "./state.js";
import { say } from "./words.js";

/** The bar, the line of status, and the keyboard. */
export class Chrome {
  /** @param {Object} explorer whose view the buttons change */
  constructor(explorer) {
    this.explorer = explorer;
    this.box = new SearchBox(
      "find",
      "explore-search",
      (words) => explorer.find(words),
      (node) => this.goTo(node),
    );
    byId("search").append(this.box.element);
    const set = (id, key) =>
      byId(id).addEventListener("change", (event) =>
        explorer.change({ [key]: event.target.value }),
      );
    set("language", "lang");
    set("theme", "theme");
    const on = (id, act) => byId(id).addEventListener("click", act);
    on("as-picture", () => explorer.change({ show: "picture" }));
    on("as-list", () => explorer.change({ show: "list" }));
    on("full", () => this.toggleFull());
    on("help-open", () => byId("help").showModal());
    on("skip", () => this.skip());
    on("zoom-in", () => explorer.picture.camera.zoom(1.25));
    on("zoom-out", () => explorer.picture.camera.zoom(0.8));
    on("zoom-fit", () => this.fit());
    on("print", () => window.print());
    on("copy-link", () => this.copyLink());
    for (const format of ["svg", "png", "pptx"]) on(`save-${format}`, () => this.save(format));
    document.addEventListener("click", (event) => {
      if (!byId("save").contains(event.target) || event.target.closest(".sheet button"))
        byId("save").open = false;
    });
    listenToTabs((panel) => explorer.change({ panel }));
    this.listen();
  }

  listen() {
    const { explorer } = this;
    listenToKeys({
      search: () => this.box.field.select(),
      list: () => explorer.change({ show: explorer.spec.show === "list" ? "picture" : "list" }),
      full: () => this.toggleFull(),
      help: () => byId("help").showModal(),
      around: () => {
        const { select } = explorer.spec;
        if (select?.startsWith("node:")) explorer.change({ around: select.slice(5), depth: 1 });
      },
      fit: () => this.fit(),
      zoom: (factor) => explorer.picture.camera.zoom(factor),
      pan: (dx, dy) => explorer.picture.camera.pan(dx, dy),
      escape: () => {
        if (byId("save").open) byId("save").open = false;
        else if (explorer.spec.select) explorer.inspector.close();
      },
    });
    let timer = 0;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => explorer.scene && !byId("stage").hidden && explorer.gaze.look(),
        120,
      );
    };
    window.addEventListener("resize", again);
  }

  /** Say what can be chosen, in the language of the page. */
  learn(head, spec) {
    this.box.say();
    const options = (list, chosen) =>
      list.map(({ id, label }) => make("option", { value: id, selected: id === chosen }, label));
    const names = { da: "Dansk", en: "English" };
    const languages = head.languages.map((id) => ({ id, label: names[id] ?? id }));
    byId("language").replaceChildren(...options(languages, spec.lang ?? head.language));
    byId("theme").replaceChildren(...options(head.themes, spec.theme));
    byId("language-choice").hidden = languages.length < 2;
    byId("theme-choice").hidden = head.themes.length < 2;
    const { isServed } = this.explorer.backend;
    byId("save-pptx").hidden = !head.can?.pptx || !isServed;
    byId("no-pptx").hidden = !byId("save-pptx").hidden;
    byId("no-pptx").textContent = isServed ? say("explore-no-pptx") : say("explore-pptx-served");
  }

  /** Show which choices the view has made. */
  show(spec) {
    byId("as-picture").setAttribute("aria-pressed", String(spec.show === "picture"));
    byId("as-list").setAttribute("aria-pressed", String(spec.show === "list"));
    document.body.classList.toggle("as-list", spec.show === "list");
    if (spec.theme) byId("theme").value = spec.theme;
    if (spec.lang) byId("language").value = spec.lang;
  }

  /** Say how large the picture is shown. */
  showScale(k) {
    byId("zoom-fit").textContent = `${Math.round(100 * k)} %`;
  }

  /** Say how much the view shows. */
  count(scene, spec) {
    const shown = (thing) => !scene.hidden?.has(thing.dom);
    const nodes = scene.cards.filter(shown).length;
    const relations = scene.routes
      .filter(shown)
      .reduce((sum, route) => sum + route.relations.length, 0);
    const parts = [say("explore-shown", { nodes, relations })];
    if (spec.as_of) parts.push(say("explore-as-of-date", { date: spec.as_of }));
    this.tell([...parts, ...(scene.notices ?? [])].join(" · "));
  }

  /** Say something in the line of status. */
  tell(words) {
    byId("status").textContent = words;
  }

  fit() {
    const { explorer } = this;
    explorer.picture.camera.fit();
    this.showScale(explorer.picture.camera.k);
    explorer.gaze.moved();
  }

  /** Choose a node that was found, and go where it is. */
  goTo({ id }) {
    const { explorer } = this;
    const isShown = explorer.scene && explorer.picture.reveal(id);
    const select = `node:${id}`;
    explorer.change(isShown ? { select } : { select, around: id, depth: 1 });
    if (window.matchMedia(NARROW).matches) showPanel("none");
  }

  skip() {
    const { explorer } = this;
    explorer.change({ show: "list" });
    byId("listing").hidden = false;
    byId("listing").focus();
  }

  async toggleFull() {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen?.();
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.tell(say("explore-link-copied"));
    } catch {
      window.prompt(say("explore-copy-link"), location.href);
    }
  }

  async save(format) {
    const { backend, scene, spec, head } = this.explorer;
    if (!scene) return;
    this.tell(say("explore-saving"));
    try {
      const blob = backend.isServed
        ? await backend.file(saveQuery(spec, format))
        : format === "svg"
          ? svgOf(scene)
          : await pngOf(scene);
      hand(blob, fileName(scene.title || head.title, format));
      this.tell(say("explore-saved"));
    } catch (error) {
      this.tell(error.message);
    }
  }
}

function saveQuery(spec, format) {
  const query = querySpec(spec, SCENE_KEYS);
  query.set("format", format);
  return query;
}
