/** The views of the ankle, fetched when a question about places comes. */

/**
 * @typedef {object} Region
 * @property {string} id
 * @property {number} number
 * @property {[number, number]} at  middle of its number
 * @property {string} d
 *
 * @typedef {object} View
 * @property {string} id
 * @property {string} viewBox  "left top width height"
 * @property {string[]} outline  the skin first, then lines
 * @property {Region[]} regions
 */

/** @returns {Promise<View[]>} */
export const ankleViews = async () => /** @type {View[]} */ (/** @type {unknown} */ ((await import("./ankle-map.js")).VIEWS));
