/** The drawing of the ankle beside the list of places. It is for the eye and the finger; everything it does, the list does too. */

/** @import { Box } from "./controls/multiple.js" */
/** @import { Setting } from "./controls/control.js" */
/** @import { View } from "./ankle-views.js" */
import { el, svg } from "./dom.js";

/** @param {HTMLElement} place @param {Box[]} boxes @param {Setting} setting @param {View[]} views */
export function anklePicture(place, boxes, { words, side }, views) {
  const frame = el("div", { class: "drawing" });
  const known = new Map(boxes.map((box) => [box.id, box]));
  let shown = views.find((view) => view.regions.some(({ id }) => known.get(id)?.input.checked)) ?? views[0];
  let foot = side ?? "right";

  const tabs = switcher(words.say("picture"), views.map((view) => [view.id, words.one("view", view.id)]), () => shown?.id, (id) => {
    shown = views.find((view) => view.id === id);
    draw();
  });
  const feet = switcher(words.say("shown_foot"), [["left", words.say("left")], ["right", words.say("right")]], () => foot, (id) => {
    foot = id === "left" ? "left" : "right";
    draw();
  });

  for (const box of boxes) {
    box.node.addEventListener("pointerenter", () => mark(box.id));
    box.node.addEventListener("pointerleave", () => mark(""));
    box.input.addEventListener("focus", () => look(box.id));
    box.input.addEventListener("blur", () => mark(""));
  }
  place.addEventListener("change", paint);
  place.parentElement?.addEventListener("change", paint);
  number();
  place.append(tabs, frame, feet);
  draw();

  function draw() {
    if (shown) frame.replaceChildren(drawing(shown, foot, known));
    for (const group of [tabs, feet]) group.dispatchEvent(new Event("shown"));
    paint();
  }

  function paint() {
    for (const shape of drawn()) shape.classList.toggle("chosen", known.get(shape.dataset.region ?? "")?.input.checked === true);
    const elsewhere = new Set(boxes.filter((box) => box.input.checked).map((box) => box.id));
    for (const tab of tabs.querySelectorAll("button")) {
      const has = views.find((view) => view.id === tab.value)?.regions.some(({ id }) => elsewhere.has(id));
      tab.classList.toggle("has", has === true);
    }
  }

  /** @param {string} id */
  function mark(id) {
    for (const shape of drawn()) shape.classList.toggle("marked", shape.dataset.region === id);
  }

  /** Shows a place that is being looked at in the list. @param {string} id */
  function look(id) {
    if (!shown?.regions.some((region) => region.id === id)) {
      shown = views.find((view) => view.regions.some((region) => region.id === id)) ?? shown;
      draw();
    }
    mark(id);
  }

  /** The numbers of the drawing, before the words of the list. */
  function number() {
    const numbers = new Map(views.flatMap((view) => view.regions.map((region) => [region.id, region.number])));
    for (const { id, input } of boxes) {
      if (numbers.has(id)) input.after(el("b", { class: "place-number", "aria-hidden": "true" }, String(numbers.get(id))));
    }
  }

  function drawn() {
    return /** @type {NodeListOf<SVGElement>} */ (frame.querySelectorAll("[data-region]"));
  }
}

/** One view. Drawn for the right foot; the left one is its mirror image with its numbers as they are.
 * @param {View} view @param {string} foot @param {Map<string, Box>} boxes */
function drawing(view, foot, boxes) {
  const [left = 0, , width = 0] = view.viewBox.split(" ").map(Number);
  const turned = 2 * left + width;
  const [skin, ...lines] = view.outline.map((d) => svg("path", { d, class: "outline" }));
  const regions = view.regions.filter(({ id }) => boxes.has(id));
  const shapes = regions.map(({ id, d }) => svg("path", { d, class: "region", "data-region": id, onclick: () => boxes.get(id)?.input.click() }));
  const numbers = regions.map(({ id, number, at: [x, y] }) =>
    svg("text", { x: foot === "left" ? turned - x : x, y, "font-size": width / 17, "data-region": id }, String(number)),
  );
  const mirror = foot === "left" ? `translate(${turned} 0) scale(-1 1)` : undefined;
  return svg("svg", { viewBox: view.viewBox, "aria-hidden": "true", focusable: "false" }, svg("g", { transform: mirror }, skin, ...shapes, ...lines), ...numbers);
}

/** Buttons of which one is pressed. @param {string} label @param {string[][]} choices @param {() => string|undefined} now @param {(id: string) => void} choose */
function switcher(label, choices, now, choose) {
  const buttons = choices.map(([id = "", text = ""]) => el("button", { type: "button", value: id, onclick: () => choose(id) }, text));
  const group = el("div", { class: "switch", role: "group", "aria-label": label }, ...buttons);
  group.addEventListener("shown", () => buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.value === now()))));
  return group;
}
