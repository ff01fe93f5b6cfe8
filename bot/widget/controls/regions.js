/** Places on the ankle: a list of checkboxes is the truth, the picture shows it and ticks it. */

/** @import { Control, Setting } from "./control.js" */
import { anklePicture } from "../ankle-picture.js";
import { ankleViews } from "../ankle-views.js";
import { el } from "../dom.js";
import { checkboxes, checked } from "./multiple.js";

/** @param {Setting} setting @returns {Control} */
export function regions(setting) {
  const { words } = setting;
  const boxes = checkboxes(setting);
  const picture = el("div", { class: "map" });
  // The list works without the picture, also when that cannot be fetched.
  ankleViews().then((views) => anklePicture(picture, boxes, setting, views), () => picture.remove());
  const list = el("div", { class: "places" }, ...boxes.map((box) => box.node));
  return {
    nodes: [el("p", { class: "small" }, words.say("choose_places")), el("div", { class: "regions" }, picture, list)],
    value: () => checked(boxes),
    wanted: "pick_something",
  };
}
