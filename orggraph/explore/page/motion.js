// Cards that stay glide from where they were to where they are, so that the eye follows.

const LASTS = 380;
const EASING = "cubic-bezier(0.3, 0, 0.1, 1)";
const MOST_GLIDING = 400;

/**
 * Remember where the cards of a picture are on the stage.
 * @param {Map<string, Object>} cards by node
 * @param {Set<string>} hidden ids of elements
 * @param {{x: number, y: number, k: number}} camera
 * @returns {Map<string, Object>} places by node
 */
export function placesOf(cards, hidden, camera) {
  const places = new Map();
  for (const [node, { dom, x, y, width, height }] of cards) {
    if (hidden.has(dom)) continue;
    const { k } = camera;
    places.set(node, {
      x: camera.x + x * k,
      y: camera.y + y * k,
      width: width * k,
      height: height * k,
    });
  }
  return places;
}

/**
 * Move from one picture to another.
 * @param {Map<string, Object>} before where cards were, by node
 * @param {SVGElement} picture the new picture
 * @param {Map<string, Object>} cards its cards by node
 * @param {{x: number, y: number, k: number}} camera where it is looked at from
 * @returns {Animation[]} what runs; none where the reader wants no motion
 */
export function glide(before, picture, cards, camera) {
  if (wantsNoMotion()) return [];
  const running = [];
  const how = { duration: LASTS, easing: EASING, fill: "backwards" };
  const isMany = cards.size > MOST_GLIDING;
  for (const [node, card] of cards) {
    const element = picture.getElementById(card.dom);
    const old = before.get(node);
    if (!element || isMany) continue;
    if (!old) {
      running.push(
        element.animate([{ opacity: 0 }, { opacity: 0, offset: 0.4 }, { opacity: 1 }], how),
      );
      continue;
    }
    const { k } = camera;
    const dx = (old.x + old.width / 2 - camera.x) / k - (card.x + card.width / 2);
    const dy = (old.y + old.height / 2 - camera.y) / k - (card.y + card.height / 2);
    if (Math.hypot(dx, dy) * k < 1) continue;
    running.push(
      element.animate([{ transform: `translate(${dx}px, ${dy}px)` }, { transform: "none" }], how),
    );
  }
  for (const part of picture.querySelectorAll(
    ":scope > .routes, :scope > .labels, :scope > .halos",
  )) {
    running.push(part.animate([{ opacity: 0 }, { opacity: 0, offset: 0.55 }, { opacity: 1 }], how));
  }
  return running;
}

/**
 * Let the picture that was shown fade away under the new one.
 * @param {SVGElement} picture
 * @param {Map<string, Object>} staying nodes of the new picture; those cards leave at once
 * @param {Map<string, Object>} cards of the old one, by node
 */
export function fadeAway(picture, staying, cards) {
  if (wantsNoMotion()) {
    picture.remove();
    return;
  }
  for (const [node, { dom }] of cards) if (staying.has(node)) picture.getElementById(dom)?.remove();
  picture.querySelector(":scope > .background")?.remove();
  picture.classList.add("leaving");
  picture.setAttribute("aria-hidden", "true");
  for (const element of picture.querySelectorAll("[tabindex]")) element.removeAttribute("tabindex");
  for (const element of picture.querySelectorAll("[id]")) element.removeAttribute("id");
  const fading = picture.animate([{ opacity: 1 }, { opacity: 0 }], { duration: LASTS / 2 });
  fading.finished.then(
    () => picture.remove(),
    () => picture.remove(),
  );
}

function wantsNoMotion() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
