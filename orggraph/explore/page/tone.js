// The page takes its tone from the picture's background, so that it fits any theme.

const BACKGROUND = /class="background"[^>]* fill="(#[0-9a-f]{6})"/i;

/**
 * Give the page the tone of a scene.
 * @param {Object} scene
 */
export function takeTone(scene) {
  const fill = BACKGROUND.exec(scene.svg)?.[1] ?? "#ffffff";
  const root = document.documentElement;
  root.style.setProperty("--scene", fill);
  root.dataset.tone = isDark(fill) ? "dark" : "light";
}

/**
 * Whether a colour is dark.
 * @param {string} colour such as #121722
 */
export function isDark(colour) {
  const parts = /^#(..)(..)(..)$/
    .exec(colour)
    ?.slice(1)
    .map((part) => parseInt(part, 16)) ?? [255, 255, 255];
  const [red, green, blue] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
