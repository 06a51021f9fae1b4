// What is shown, as a file of its own.

const SCALE = 2; // pixels of a PNG for one of the picture
const MOST_PIXELS = 16_000_000;

/**
 * Hand a file to the reader.
 * @param {Blob} blob
 * @param {string} name
 */
export function hand(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Make the name of a file from a title.
 * @param {string} title
 * @param {string} suffix
 * @returns {string}
 */
export function fileName(title, suffix) {
  const words = title
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return `${words.slice(0, 80) || "orggraph"}.${suffix}`;
}

/**
 * Make the SVG of what a scene shows: without what is hidden.
 * @param {Object} scene
 * @returns {Blob}
 */
export function svgOf(scene) {
  const parsed = new DOMParser().parseFromString(scene.svg, "image/svg+xml");
  const labels = [...parsed.querySelectorAll("svg > .labels > .label")];
  for (const route of scene.routes) {
    if (scene.hidden?.has(route.dom)) labels[route.dom_label ?? -1]?.remove();
  }
  for (const dom of scene.hidden ?? []) parsed.getElementById(dom)?.remove();
  return new Blob([new XMLSerializer().serializeToString(parsed)], { type: "image/svg+xml" });
}

/**
 * Make the PNG of what a scene shows.
 * @param {Object} scene
 * @returns {Promise<Blob>}
 */
export async function pngOf(scene) {
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (scene.width * scene.height)));
  const parsed = new DOMParser().parseFromString(await svgOf(scene).text(), "image/svg+xml");
  parsed.documentElement.setAttribute("width", scene.width * scale);
  parsed.documentElement.setAttribute("height", scene.height * scale);
  const address = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(parsed)], { type: "image/svg+xml" }),
  );
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(scene.width * scale);
    canvas.height = Math.round(scene.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}
