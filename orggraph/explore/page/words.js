// What the page says: the phrases come with the data, in the language of the view.

let phrases = {};

/**
 * Take the phrases of a language into use.
 * @param {Object<string, string>} words templates by key, with {named} places
 */
export function setWords(words) {
  phrases = words;
}

/**
 * Say a phrase.
 * @param {string} key
 * @param {Object<string, *>} [facts] what stands in its places
 * @returns {string} the phrase; the key itself where there is none, which a test looks for
 */
export function say(key, facts = {}) {
  const template = phrases[key];
  if (template === undefined) return key;
  return template.replace(/\{(\w+)\}/g, (place, name) =>
    name in facts ? String(facts[name]) : place,
  );
}

/**
 * Put the words of the language at the elements of the page that ask for some.
 * `data-say` is an element's text, `data-label` its name and what the pointer sees, `data-name` its
 * name alone.
 * @param {ParentNode} root
 */
export function translate(root) {
  for (const element of root.querySelectorAll("[data-say]")) {
    element.textContent = say(element.dataset.say);
  }
  for (const element of root.querySelectorAll("[data-label]")) {
    const words = say(element.dataset.label);
    element.setAttribute("aria-label", words);
    if (element.matches("button")) element.title = words;
  }
  for (const element of root.querySelectorAll("[data-name]")) {
    element.setAttribute("aria-label", say(element.dataset.name));
  }
}
