// Where one looks at the picture from: pan, zoom, fit.

const LEAST = 0.02;
const MOST = 8;
const IDLE = 180; // milliseconds until the picture is drawn sharp again
const SLACK = 4; // pixels that a click may wander

/** Moves one element about in a stage, by the pointer, the wheel, touch or calls. */
export class Camera {
  /**
   * @param {HTMLElement} stage
   * @param {HTMLElement[]} panels that may lie over the stage
   * @param {{moved: function(): void, clicked: function(Element): void,
   *   twice: function(Element): void}} tell
   */
  constructor(stage, panels, tell) {
    this.stage = stage;
    this.panels = panels;
    this.tell = tell;
    this.target = null;
    this.size = { width: 1, height: 1 };
    Object.assign(this, { x: 0, y: 0, k: 1, frame: 0, idle: 0 });
    this.pointers = new Map();
    this.isDragged = false;
    stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    stage.addEventListener("pointerdown", (event) => this.down(event));
    stage.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"])
      stage.addEventListener(end, (event) => this.up(event));
    stage.addEventListener("click", (event) => !this.isDragged && this.tell.clicked(event.target));
    stage.addEventListener("dblclick", (event) => this.tell.twice(event.target));
  }

  /**
   * Look at another element of a size.
   * @param {SVGElement} target
   * @param {{width: number, height: number}} size
   */
  attach(target, size) {
    this.target = target;
    this.size = size;
  }

  /** What is in the middle of the stage, and how large it is shown. */
  get view() {
    const { clientWidth, clientHeight } = this.stage;
    const { x, y, k } = this;
    return { x: (clientWidth / 2 - x) / k, y: (clientHeight / 2 - y) / k, k };
  }

  /** Show a point of the picture in the middle, at a scale. */
  look({ x, y, k }) {
    const { clientWidth, clientHeight } = this.stage;
    this.k = Math.min(MOST, Math.max(LEAST, k));
    this.x = clientWidth / 2 - x * this.k;
    this.y = clientHeight / 2 - y * this.k;
    this.apply();
  }

  /** The part of the stage that no panel lies over. */
  get free() {
    const stage = this.stage.getBoundingClientRect();
    const free = { x: 0, y: 0, width: stage.width, height: stage.height };
    for (const panel of this.panels) {
      const box = panel.getBoundingClientRect();
      const across = Math.min(box.right, stage.right) - Math.max(box.left, stage.left);
      const down = Math.min(box.bottom, stage.bottom) - Math.max(box.top, stage.top);
      if (across < 1 || down < 1) continue;
      if (across > stage.width - 1) free.height = Math.min(free.height, box.top - stage.top);
      else free.width = Math.min(free.width, box.left - stage.left);
    }
    return free;
  }

  /** The scale at which all of the picture is seen. */
  get fitting() {
    const { width, height } = this.free;
    const room = width < 600 ? 4 : 8;
    const across = (width - 2 * room) / this.size.width;
    return Math.max(LEAST, Math.min(across, (height - 2 * room) / this.size.height, 1.4));
  }

  /** Show all of the picture. */
  fit() {
    this.centre(this.size.width / 2, this.size.height / 2, this.fitting);
  }

  /** Show a point of the picture in the middle of what is free, at a scale. */
  centre(x, y, k) {
    const { width, height } = this.free;
    const { clientWidth, clientHeight } = this.stage;
    this.look({ x: x + (clientWidth - width) / 2 / k, y: y + (clientHeight - height) / 2 / k, k });
  }

  /**
   * Zoom towards a point of the stage; its middle unless told.
   * @param {number} factor
   */
  zoom(factor, at = null) {
    const { clientWidth, clientHeight } = this.stage;
    const [px, py] = at ?? [clientWidth / 2, clientHeight / 2];
    const k = Math.min(MOST, Math.max(LEAST, this.k * factor));
    this.x = px - ((px - this.x) * k) / this.k;
    this.y = py - ((py - this.y) * k) / this.k;
    this.k = k;
    this.changed();
  }

  /** Move the picture by some pixels. */
  pan(dx, dy) {
    this.x += dx;
    this.y += dy;
    this.changed();
  }

  /** Move the picture as little as is needed to see a box of it. */
  reveal({ x, y, width, height }) {
    const { free } = this;
    const room = Math.min(48, free.height / 6);
    const [left, top] = [this.x + x * this.k, this.y + y * this.k];
    const [across, down] = [width * this.k, height * this.k];
    if (left >= 0 && top >= 0 && left + across <= free.width && top + down <= free.height) return;
    const shift = (start, length, whole) => {
      if (length > whole - 2 * room) return room - start;
      return Math.max(room - start, Math.min(0, whole - room - start - length));
    };
    this.pan(shift(left, across, free.width), shift(top, down, free.height));
  }

  changed() {
    this.apply();
    this.tell.moved();
  }

  apply() {
    if (!this.target || this.frame) return;
    // While it moves it is a picture of itself, which is fast; at rest it is drawn sharp.
    this.target.style.willChange = "transform";
    clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      if (this.target) this.target.style.willChange = "auto";
    }, IDLE);
    this.frame = requestAnimationFrame(() => this.place());
    if (document.hidden) this.place();
  }

  place() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (this.target)
      this.target.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.k})`;
  }

  wheel(event) {
    event.preventDefault();
    const box = this.stage.getBoundingClientRect();
    const unit = event.deltaMode === 1 ? 16 : 1;
    const speed = event.ctrlKey ? 0.01 : 0.0016;
    this.zoom(Math.exp(-event.deltaY * unit * speed), [
      event.clientX - box.x,
      event.clientY - box.y,
    ]);
  }

  down(event) {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    this.pointers.set(event.pointerId, event);
    if (this.pointers.size === 1) [this.isDragged, this.start] = [false, event];
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    if (this.pointers.size === 1) {
      const far = Math.hypot(
        event.clientX - this.start.clientX,
        event.clientY - this.start.clientY,
      );
      if (!this.isDragged && far < SLACK) return;
      this.grab(event);
      this.pan(event.clientX - before.clientX, event.clientY - before.clientY);
    } else {
      this.grab(event);
      this.pinch(event, before);
    }
    this.pointers.set(event.pointerId, event);
  }

  grab(event) {
    this.isDragged = true;
    this.stage.classList.add("dragged");
    this.stage.setPointerCapture(event.pointerId);
  }

  pinch(event, before) {
    const other = [...this.pointers.values()].find((one) => one.pointerId !== event.pointerId);
    const box = this.stage.getBoundingClientRect();
    const apart = (one) =>
      Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
    const middle = [
      (event.clientX + other.clientX) / 2 - box.x,
      (event.clientY + other.clientY) / 2 - box.y,
    ];
    this.zoom(apart(event) / apart(before), middle);
    this.pan((event.clientX - before.clientX) / 2, (event.clientY - before.clientY) / 2);
  }

  up(event) {
    this.pointers.delete(event.pointerId);
    if (!this.pointers.size) this.stage.classList.remove("dragged");
    else [this.start] = this.pointers.values();
  }
}
