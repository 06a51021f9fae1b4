// What is chosen, and the panel that tells everything about it.
import { byId } from "./elements.js";
import { querySpec } from "./state.js";
import { showNode, showRelation } from "./details.js";

/** Shows what is known of the chosen node or relation of a view. */
export class Inspector {
  /** @param {Object} explorer whose view it is */
  constructor(explorer) {
    this.explorer = explorer;
    this.turn = 0;
  }

  /** The node that matters most in the view, if any. */
  get centre() {
    const { spec, scene } = this.explorer;
    if (spec.select?.startsWith("node:")) return spec.select.slice(5);
    const id = spec.select?.slice("relation:".length);
    const chosen = scene?.routes.find((route) => route.relations.includes(id));
    return chosen?.source ?? spec.around;
  }

  /** Ask for what is chosen and show it; an answer that was overtaken is left alone. */
  async show() {
    this.turn += 1;
    const { turn, explorer } = this;
    const { spec, picture, backend } = explorer;
    const { select } = spec;
    if (picture.svg) picture.choose(select);
    const panel = byId("details");
    panel.hidden = !select;
    if (!select) return;
    const isNode = select.startsWith("node:");
    const query = querySpec(spec, ["as_of", "lang"]);
    query.set("id", select.slice(select.indexOf(":") + 1));
    try {
      const answer = await backend.ask(isNode ? "node" : "relation", query);
      if (turn !== this.turn) return;
      panel.scrollTop = 0;
      (isNode ? showNode : showRelation)(panel, answer, this.doings());
      panel.querySelector("header").after(...explorer.remarks());
      if (isNode && !explorer.gaze.place) picture.reveal(answer.id);
    } catch (error) {
      if (turn !== this.turn) return;
      panel.hidden = true;
      explorer.chrome.tell(error.message);
    }
  }

  /** Close the panel, and go back to what it was about. */
  close() {
    const { explorer } = this;
    const element = explorer.picture.elementOf(explorer.spec.select);
    explorer.choose(null);
    element?.focus();
  }

  doings() {
    const { explorer } = this;
    const familyOf = (id) => explorer.head.families.find((family) => family.id === id);
    const end = async (place, id) => {
      explorer.change({ panel: "path" });
      explorer.paths.setEnd(place, { id, name: await explorer.nameOf(id) });
    };
    return {
      pick: explorer.pick,
      close: () => this.close(),
      around: (id) => explorer.change({ around: id, depth: 1 }),
      pathFrom: (id) => end(0, id),
      pathTo: (id) => end(1, id),
      colourOf: (id) => {
        const family = familyOf(id);
        return family?.colours?.[explorer.spec.theme] ?? family?.colour ?? "currentColor";
      },
      familyOf: (id) => familyOf(id)?.label ?? id,
    };
  }
}
