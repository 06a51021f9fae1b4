// Search in the data of a file: the same ways to find a node, in the same order, as the command line.
import { compareText, fold } from "./folding.js";

const LEAST_LIKENESS = 0.45;

/**
 * Find the nodes that what was typed may mean, the best way of fitting first.
 * @param {Array} rows `[id, name, kind, kind_label, note, [keys], [identifiers]]` in the order
 *   of the ids
 * @param {string} typed
 * @param {number} [most]
 * @returns {Array} some of the rows
 */
export function searchRows(rows, typed, most = 20) {
  const words = typed.trim();
  if (!words) return [];
  const key = fold(words);
  const ways = [
    (row) => row[0] === words,
    (row) => row[5].includes(key),
    (row) => row[6]?.includes(words),
    (row) => row[5].some((name) => name.startsWith(key)),
    (row) => row[5].some((name) => name.includes(key)),
  ];
  const found = new Set();
  for (const fits of ways) {
    const these = rows.filter((row) => !found.has(row) && fits(row));
    these.sort((one, other) =>
      compareText(
        one[5].find((k) => k.includes(key)) ?? "",
        other[5].find((k) => k.includes(key)) ?? "",
      ),
    );
    for (const row of these) found.add(row);
    if (found.size >= most) break;
  }
  if (!found.size) for (const row of similarRows(rows, key)) found.add(row);
  return [...found].slice(0, most);
}

function similarRows(rows, key) {
  const wanted = pairsOf(key);
  return rows
    .map((row) => [Math.max(...row[5].map((name) => likeness(wanted, pairsOf(name)))), row])
    .filter(([like]) => like >= LEAST_LIKENESS)
    .sort(([one], [other]) => other - one)
    .slice(0, 8)
    .map(([, row]) => row);
}

function pairsOf(key) {
  const marked = ` ${key} `;
  return new Set(Array.from({ length: marked.length - 1 }, (_, at) => marked.slice(at, at + 2)));
}

/** Dice's coefficient (1945) over pairs of letters. */
function likeness(one, other) {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}
