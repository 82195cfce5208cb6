// <zoom-stage>: a picture that is enlarged and moved by wheel, by two fingers, by dragging, by calls.
// Wiping an unenlarged picture aside is told by an event "swipe" with detail -1 or 1.
"use strict";

customElements.define(
  "zoom-stage",
  class extends HTMLElement {
    static LARGEST = 4;
    static STEP = 1.6;
    static TAP_PX = 8; // a finger trembles by as much
    static SWIPE_PX = 60;
    static ARROW_PX = 80;

    #image = null;
    #size = null;
    #scale = 1;
    #x = 0;
    #y = 0;
    #fingers = new Map();
    #start = null;
    #moved = 0;

    connectedCallback() {
      this.addEventListener("pointerdown", (event) => this.#press(event));
      this.addEventListener("pointermove", (event) => this.#drag(event));
      this.addEventListener("pointerup", (event) => this.#release(event));
      this.addEventListener("pointercancel", (event) => this.#release(event));
      this.addEventListener("wheel", (event) => this.#turn(event), { passive: false });
    }

    get isNear() {
      return this.#scale > 1;
    }

    // Show another picture, whole; `width` and `height` keep its place until it has come.
    show({ src, alt, width, height }) {
      this.#size = { width, height };
      this.#image = Object.assign(new Image(width, height), { draggable: false, alt, src });
      this.#fingers.clear();
      this.replaceChildren(this.#image);
      this.whole();
    }

    whole() {
      [this.#scale, this.#x, this.#y] = [1, 0, 0];
      this.#draw();
    }

    step(direction) {
      this.#zoomTo(this.#scale * this.constructor.STEP ** direction);
    }

    move(key) {
      const by = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
      const [right, down] = by[key];
      this.#x += right * this.constructor.ARROW_PX;
      this.#y += down * this.constructor.ARROW_PX;
      this.#draw();
    }

    #press(event) {
      if (event.button || !this.#image) return;
      this.setPointerCapture(event.pointerId);
      if (!this.#fingers.size) this.#moved = 0;
      this.#fingers.set(event.pointerId, event);
      this.#begin();
    }

    #begin() {
      const apart = this.#fingers.size > 1 ? this.#distance() : 0;
      this.#start = { at: this.#centre(), x: this.#x, y: this.#y, scale: this.#scale, apart };
    }

    #drag(event) {
      if (!this.#fingers.has(event.pointerId)) return;
      this.#fingers.set(event.pointerId, event);
      const [at, start] = [this.#centre(), this.#start];
      const [right, down] = [at.x - start.at.x, at.y - start.at.y];
      this.#moved = Math.max(this.#moved, Math.hypot(right, down), start.apart);
      [this.#x, this.#y] = [start.x + right, start.y + down];
      if (start.apart) {
        this.#scale = start.scale;
        this.#zoomTo((start.scale * this.#distance()) / start.apart, at);
      } else if (this.isNear) this.#draw();
      else this.#image.style.transform = `translate(${right}px)`;
    }

    #release(event) {
      if (!this.#fingers.has(event.pointerId)) return;
      const at = this.#centre();
      this.#fingers.delete(event.pointerId);
      if (this.#fingers.size) {
        this.#begin();
        return;
      }
      this.#draw();
      const { TAP_PX, SWIPE_PX, STEP } = this.constructor;
      const aside = at.x - this.#start.at.x;
      if (event.type === "pointercancel") return;
      if (this.#moved <= TAP_PX) this.#zoomTo(this.isNear ? 1 : STEP ** 2, at);
      else if (!this.isNear && !this.#start.apart && Math.abs(aside) > SWIPE_PX) {
        this.dispatchEvent(new CustomEvent("swipe", { detail: aside < 0 ? 1 : -1 }));
      }
    }

    #turn(event) {
      event.preventDefault();
      // A trackpad's pinch comes as a wheel with Ctrl, in finer steps.
      const speed = event.ctrlKey ? 0.01 : 0.002;
      this.#zoomTo(this.#scale * Math.exp(-event.deltaY * speed), this.#centre([event]));
    }

    // What is under the point stays under it.
    #zoomTo(wanted, at = { x: 0, y: 0 }) {
      const next = Math.max(1, Math.min(this.constructor.LARGEST, wanted));
      this.#x = at.x - ((at.x - this.#x) * next) / this.#scale;
      this.#y = at.y - ((at.y - this.#y) * next) / this.#scale;
      this.#scale = next;
      this.#draw();
    }

    // The picture is never dragged out of its frame.
    #draw() {
      const { width, height } = this.#size;
      const fit = Math.min(this.clientWidth / width, this.clientHeight / height);
      const within = (place, room) => Math.max(-room, Math.min(room, place));
      this.#x = within(this.#x, Math.max(0, (width * fit * this.#scale - this.clientWidth) / 2));
      this.#y = within(this.#y, Math.max(0, (height * fit * this.#scale - this.clientHeight) / 2));
      this.#image.style.transform = `translate(${this.#x}px, ${this.#y}px) scale(${this.#scale})`;
      this.toggleAttribute("data-near", this.isNear);
    }

    #distance() {
      const [one, other] = [...this.#fingers.values()];
      return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    }

    // The middle between the fingers, from the middle of the frame.
    #centre(points = [...this.#fingers.values()]) {
      const box = this.getBoundingClientRect();
      const mean = (name) => points.reduce((sum, each) => sum + each[name], 0) / points.length;
      return {
        x: mean("clientX") - box.left - box.width / 2,
        y: mean("clientY") - box.top - box.height / 2,
      };
    }
  },
);
