/* Saves a file through the browser, without asking anything of the network. */

import { make } from "./elements.js";

const KEPT = 1000; // milliseconds that a browser may take to read the file

/** @param {string} name of the file @param {Blob} blob what it holds */
export function saveFile(name, blob) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
