/** How urgent it is: a word, a colour and a sign, so that none of them stands alone. */

/** @type {Record<string, string>} */
const SIGNS = {
  emergency: "M12 3 22 20H2ZM12 9v5M12 16.6v.4",
  same_day: "M12 3a9 9 0 1 0 .01 0M12 7v5l3 3",
  soon: "M5 5h14v15H5ZM5 10h14M9 3v4M15 3v4",
  self_care: "M4 11 12 4l8 7M6.5 9.5V20h11V9.5M12 17c-2-1.4-3-2.4-3-3.6a1.6 1.6 0 0 1 3-.7 1.6 1.6 0 0 1 3 .7c0 1.2-1 2.2-3 3.6",
};

/** The drawing for a level. @param {string} level */
export const signOf = (level) => SIGNS[level] ?? SIGNS.soon ?? "";

/** How far a bar is filled, of three. No share: only the order is known well enough to be shown.
 * @type {Record<string, number>} */
export const FILLED = { likely: 3, possible: 2, less_likely: 1 };
