// What the page is told of the data before it shows any of it.

/**
 * Whether all of the data can be shown at once.
 * @param {Object} head
 */
export function hasWhole(head) {
  return !head.is_part && head.counts.nodes <= head.most_whole;
}

/**
 * Return the part of a view that says what the data is first looked at around, if at anything.
 * @param {Object} head
 */
export function startOf({ start }) {
  return start?.around ? { around: start.around, depth: Number(start.depth ?? 1) } : {};
}

/**
 * Return the theme that is shown where none is asked for: a dark one on a dark desktop.
 * @param {Object} head
 * @returns {?string}
 */
export function usualTheme(head) {
  const isDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  return (isDark && head.dark_theme) || (head.default_theme ?? head.themes[0]?.id ?? null);
}
