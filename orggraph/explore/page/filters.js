// Which relations are drawn: families and their types, with how many there are.
import { draw, make } from "./elements.js";
import { say } from "./words.js";

/**
 * Show the filters.
 * @param {HTMLElement} panel
 * @param {Object} head
 * @param {Object} spec
 * @param {{families: Object<string, number>, types: Object<string, number>}} counts of the view
 * @param {function(Object): void} change
 * @param {boolean} isServed whether members can be drawn in other ways
 */
export function showFilters(panel, head, spec, counts, change, isServed) {
  const open = new Set(
    [...panel.querySelectorAll("details[open]")].map((one) => one.dataset.family),
  );
  const focused = panel.contains(document.activeElement) ? document.activeElement.id : null;
  const all = head.families.map((family) => family.id);
  const isFiltered = spec.families !== null || spec.without_types.length > 0;
  panel.replaceChildren(
    make("h2", {}, say("explore-relations")),
    make(
      "ul",
      { class: "plain families" },
      head.families
        .filter(isThere)
        .map((family) =>
          familyItem(family, { all, spec, counts, change, isOpen: open.has(family.id) }),
        ),
    ),
    make(
      "button",
      {
        type: "button",
        id: "filter-all",
        hidden: !isFiltered,
        onclick: () => change({ families: null, without_types: [] }),
      },
      say("explore-show-all"),
    ),
    ...(isServed ? membersChoice(spec, change) : []),
    make("h2", {}, say("explore-kinds")),
    make(
      "ul",
      { class: "plain kinds" },
      head.kinds
        .filter(isThere)
        .map((kind) =>
          make(
            "li",
            {},
            make("span", {}, kind.label),
            make("span", { class: "count" }, String(kind.count ?? "")),
          ),
        ),
    ),
  );
  if (focused) document.getElementById(focused)?.focus();
}

/** Whether there are any in the data, as far as that is known. */
function isThere({ count }) {
  return count !== 0;
}

function familyItem(family, { all, spec, counts, change, isOpen }) {
  const isOn = spec.families === null || spec.families.includes(family.id);
  const toggle = () => {
    const chosen = all.filter((id) =>
      id === family.id ? !isOn : spec.families === null || spec.families.includes(id),
    );
    change({ families: chosen.length === all.length ? null : chosen });
  };
  const id = `family-${family.id}`;
  const label = make(
    "label",
    { for: id, class: "family" },
    make("input", { type: "checkbox", id, ...(isOn ? { checked: true } : {}), onchange: toggle }),
    sample(family, spec.theme),
    make("span", { class: "name" }, family.label),
    make("span", { class: "count" }, countOf(counts.families, family.id)),
  );
  const types = family.types
    .filter(isThere)
    .map((type) => typeItem(type, { spec, counts, change, isOn }));
  const inside = make(
    "details",
    { "data-family": family.id, open: isOpen },
    make("summary", {
      id: `types-${family.id}`,
      "aria-label": say("explore-types-of", { family: family.label }),
    }),
    make("ul", { class: "plain types" }, types),
  );
  return make("li", { class: isOn ? null : "off" }, label, inside);
}

function typeItem(type, { spec, counts, change, isOn }) {
  const isLeft = !spec.without_types.includes(type.id);
  const id = `type-${type.id}`;
  const toggle = () => {
    const others = spec.without_types.filter((one) => one !== type.id);
    change({ without_types: isLeft ? [...others, type.id].sort() : others });
  };
  return make(
    "li",
    {},
    make(
      "label",
      { for: id },
      make("input", { type: "checkbox", id, checked: isLeft, disabled: !isOn, onchange: toggle }),
      make("span", { class: "name" }, type.label),
      make("span", { class: "count" }, countOf(counts.types, type.id)),
    ),
  );
}

/** How many there are: none where a picture tells of others only, nothing without a picture. */
function countOf(counts, id) {
  return String(counts[id] ?? (Object.keys(counts).length ? 0 : ""));
}

function sample({ colour, colours, dash }, theme) {
  const dashes = Array.isArray(dash) ? dash.join(" ") : dash && dash !== "solid" ? dash : null;
  const line = draw("path", {
    d: "M1 6H33",
    stroke: colours?.[theme] ?? colour,
    "stroke-width": 2.4,
    "stroke-dasharray": dashes,
    fill: "none",
  });
  return draw("svg", { viewBox: "0 0 34 12", class: "sample", "aria-hidden": "true" }, line);
}

function membersChoice(spec, change) {
  const words = [
    ["inside", say("explore-members-inside")],
    ["nodes", say("explore-members-nodes")],
    ["hidden", say("explore-members-hidden")],
  ];
  const options = words.map(([value, label]) =>
    make("option", { value, selected: spec.members === value }, label),
  );
  const select = make(
    "select",
    { id: "members", onchange: (event) => change({ members: event.target.value }) },
    options,
  );
  return [make("h2", {}, make("label", { for: "members" }, say("explore-members"))), select];
}
