// Elements are made by calls only, so that names with markup in them stay text.

const SVG_SPACE = "http://www.w3.org/2000/svg";

/**
 * Make an element.
 * @param {string} name the tag's name
 * @param {Object<string, *>} [attributes] `on…` are listeners, `class` and all others attributes;
 *   one that is null, undefined or false is left out, and true stands without a value
 * @param {...(Node|string|null)} children texts stay texts
 * @returns {HTMLElement}
 */
export function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/**
 * Make an element of SVG, as `make` does.
 * @returns {SVGElement}
 */
export function draw(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG_SPACE, name), attributes, children);
}

/**
 * Make a picture of a stroke or more, of 20 × 20, that is only for the eye.
 * @param {string} path
 * @returns {SVGElement}
 */
export function icon(path) {
  return draw(
    "svg",
    { viewBox: "0 0 20 20", "aria-hidden": "true", class: "glyph" },
    draw("path", { d: path }),
  );
}

/**
 * Find an element of the page.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * Whether something is being typed into an element.
 * @param {Element} element
 */
export function isTyping(element) {
  return element.matches?.("input:not([type=checkbox], [type=range]), textarea, select") ?? false;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}
