// A field that finds nodes as one types (the combobox of WAI-ARIA 1.2).
import { make } from "./elements.js";
import { say } from "./words.js";

const PAUSE = 90; // milliseconds without typing before one looks

/** A field with a list of what it may mean. */
export class SearchBox {
  /**
   * @param {string} id of the field
   * @param {string} label the key of its name
   * @param {function(string): Promise<Object[]>} find
   * @param {function(Object): void} pick gets what was found
   */
  constructor(id, label, find, pick) {
    Object.assign(this, { label, find, pick, found: [], at: -1, asked: 0, timer: 0 });
    this.field = make("input", {
      ...{ id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false" },
      ...{ "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list" },
      oninput: () => this.typed(),
      onkeydown: (event) => this.key(event),
      onblur: () => setTimeout(() => this.close(), 150),
      onfocus: () => this.field.value && !this.found.length && this.typed(),
    });
    this.list = make("ul", { id: `${id}-list`, role: "listbox", class: "found", hidden: true });
    this.element = make("div", { class: "box" }, this.field, this.list);
    this.say();
  }

  /** Say the field's words anew, in the language of the page. */
  say() {
    this.field.setAttribute("aria-label", say(this.label));
    this.field.placeholder = say(this.label);
    this.list.setAttribute("aria-label", say("explore-found"));
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const words = this.field.value.trim();
    this.asked += 1;
    const turn = this.asked;
    const found = words ? await this.find(words).catch(() => []) : [];
    if (turn !== this.asked) return;
    this.found = found;
    this.at = found.length ? 0 : -1;
    this.show(words);
  }

  show(words) {
    const { id } = this.field;
    const options = this.found.map((one, place) =>
      make(
        "li",
        {
          id: `${id}-${place}`,
          role: "option",
          "aria-selected": String(place === this.at),
          class: `kind-${one.kind}`,
          onmousedown: (event) => event.preventDefault(),
          onclick: () => this.take(place),
        },
        make("span", { class: "name" }, one.name),
        make("span", { class: "quiet" }, [one.kind_label, one.note].filter(Boolean).join(" · ")),
      ),
    );
    const none = words && !options.length;
    this.list.replaceChildren(
      ...(none
        ? [
            make(
              "li",
              { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "none" },
              say("explore-nothing-found", { words }),
            ),
          ]
        : options),
    );
    this.list.hidden = !words;
    this.field.setAttribute("aria-expanded", String(!this.list.hidden));
    this.point();
  }

  point() {
    const options = [...this.list.children];
    options.forEach((option, place) =>
      option.setAttribute("aria-selected", String(place === this.at)),
    );
    if (this.at < 0) this.field.removeAttribute("aria-activedescendant");
    else {
      this.field.setAttribute("aria-activedescendant", `${this.field.id}-${this.at}`);
      options[this.at]?.scrollIntoView({ block: "nearest" });
    }
  }

  key(event) {
    const count = this.found.length;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      if (this.list.hidden) this.show(this.field.value);
      else this.at = (this.at + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      this.point();
    } else if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(this.timer);
      this.enter();
    } else if (event.key === "Escape") {
      if (!this.list.hidden || this.field.value) event.stopPropagation();
      if (this.list.hidden) this.field.value = "";
      this.close();
    }
  }

  async enter() {
    if (this.list.hidden || !this.found.length) await this.look();
    if (this.at >= 0) this.take(this.at);
  }

  take(place) {
    const one = this.found[place];
    this.field.value = one.name;
    this.close();
    this.pick(one);
  }

  close() {
    this.asked += 1;
    clearTimeout(this.timer);
    this.found = [];
    this.at = -1;
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}
