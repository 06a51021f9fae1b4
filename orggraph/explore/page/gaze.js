// Where one looks at the picture from, which the address tells as well.

const ZOOM_PAUSE = 250; // milliseconds without motion before the address tells where one looks

/** Keeps what the camera sees and what the address says together. */
export class Gaze {
  /** @param {Object} explorer whose picture is looked at */
  constructor(explorer) {
    this.explorer = explorer;
    this.told = null;
    this.timer = 0;
  }

  /** Where the view says that one looks; null where it does not. */
  get place() {
    const parts = this.explorer.spec.zoom?.split(",").map(Number) ?? [];
    const isPlace = parts.length === 3 && parts.every(Number.isFinite);
    return isPlace ? { x: parts[0], y: parts[1], k: parts[2] } : null;
  }

  /** Look where the view says, or at what matters. */
  look() {
    const { picture, inspector, chrome } = this.explorer;
    if (this.place) picture.camera.look(this.place);
    else picture.begin(inspector.centre);
    chrome.showScale(picture.camera.k);
  }

  /** Look where the view says, if it is another place than the address was told. */
  follow() {
    if (this.explorer.spec.zoom !== this.told) this.look();
  }

  /** Tell the address where one looks, once that is at rest. */
  moved() {
    const { state, picture, chrome } = this.explorer;
    chrome.showScale(picture.camera.k);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { x, y, k } = picture.camera.view;
      this.told = [x.toFixed(1), y.toFixed(1), k.toFixed(4)].join(",");
      state.set({ zoom: this.told }, { quiet: true });
    }, ZOOM_PAUSE);
  }
}
