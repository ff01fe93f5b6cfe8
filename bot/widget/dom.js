/** Elements are made here and nowhere from HTML text: what a message says can never become markup. */

/** @typedef {Node|string|number|null|undefined|false} Child */

/**
 * An element. A property that starts with "on" is a listener, any other an attribute; `true` is an empty attribute, and
 * `false`, `null` and `undefined` leave it out.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [props]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), props, children);
}

/** Text in paragraphs and lists, as the assistant writes it: a blank line between paragraphs, "•" before items.
 * @param {string} text
 * @returns {HTMLElement[]} */
export function prose(text) {
  /** @type {HTMLElement[]} */
  const blocks = [];
  for (const paragraph of text.split(/\n\s*\n/)) {
    for (const line of paragraph.split("\n")) {
      const item = /^\s*[•-]\s+(.*)$/.exec(line);
      const last = blocks[blocks.length - 1];
      if (!item) blocks.push(el("p", {}, line));
      else if (last instanceof HTMLUListElement) last.append(el("li", {}, item[1]));
      else blocks.push(el("ul", {}, el("li", {}, item[1])));
    }
  }
  return blocks;
}

/** A line drawing of 24 by 24; decoration only.
 * @param {string} d
 * @param {string} [className] */
export function icon(d, className = "icon") {
  return svg("svg", { class: className, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, svg("path", { d }));
}

/** A disclosure with its own words.
 * @param {string} className
 * @param {string} label
 * @param {...Child} children */
export function disclosure(className, label, ...children) {
  return el("details", { class: className }, el("summary", {}, label), el("div", {}, ...children));
}

let made = 0;

/** An id that no other element of the page has. */
export const newId = () => `malleo-${++made}`;

/**
 * @template {Element} E
 * @param {E} element
 * @param {Record<string, unknown>} props
 * @param {Child[]} children
 */
function fill(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if ((value ?? false) === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if ((child ?? false) !== false) element.append(/** @type {Node|string} */ (child));
  return element;
}
