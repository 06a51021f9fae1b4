// Names are found however they are typed: the same keys as orggraph.text.folding makes.

const PLAIN_LETTERS = { ø: "o", æ: "a", đ: "d", ł: "l", ß: "ss" };
const DANISH_ORDER = { æ: "{", ø: "|", å: "}", ä: "{", ö: "|" };

/**
 * Fold what was typed into the key under which it is looked up.
 * @param {string} text
 * @returns {string} empty only where the text is
 */
export function fold(text) {
  const composed = text.normalize("NFKC").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
  const letters = composed.normalize("NFKD").replace(/[øæđłß]/g, (letter) => PLAIN_LETTERS[letter]);
  const kept = letters.replace(/[^\p{L}\p{N}]/gu, "");
  return kept.replace(/(a)[ae]+|(o)e+/g, "$1$2") || composed.trim();
}

/**
 * Make the key that sorts a text as a Danish reader expects.
 * @param {string} text
 * @returns {string[]} compare them part by part
 */
export function collationKey(text) {
  const lowered = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[æøåäö]/g, (at) => DANISH_ORDER[at]);
  return [lowered.normalize("NFKD").replace(/\p{M}/gu, ""), text];
}

/**
 * Compare two texts in the order of their characters' numbers, as Python does.
 * @returns {number}
 */
export function compareText(one, other) {
  if (one === other) return 0;
  const [a, b] = [Array.from(one), Array.from(other)];
  const at = a.findIndex((sign, place) => sign !== b[place]);
  if (at === -1) return -1;
  return at >= b.length ? 1 : a[at].codePointAt(0) - b[at].codePointAt(0);
}

/**
 * Compare two texts by name.
 * @returns {number}
 */
export function compareNames(one, other) {
  const [a, b] = [collationKey(one), collationKey(other)];
  return compareText(a[0], b[0]) || compareText(a[1], b[1]);
}
