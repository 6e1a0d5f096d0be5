/*
 * For views on a slow computer: anywidget waits two seconds for a module. All that the kernel sends to a later one is
 * thrown away, then and ever after, so that its exercise would stay disconnected.
 */

/** @import { Model, Place } from "../page/types.d.ts" */

/**
 * The model as ipywidgets has it; anywidget puts its own `_handle_comm_msg` before theirs.
 * @typedef {{_handle_comm_msg: (message: object) => Promise<void>, comm: {on_msg: (hear: Function) => void}}} Whole
 */

/** If the module came too late, hear by ipywidgets alone, and ask for what was thrown away. @param {Whole} whole @param {Model} model */
async function hear(whole, model) {
  try {
    await whole._handle_comm_msg({ content: { data: {} } });
  } catch {
    const plain = Object.getPrototypeOf(Object.getPrototypeOf(whole));
    whole.comm.on_msg(plain._handle_comm_msg.bind(whole));
    model.send({ kind: "late" });
  }
}

/**
 * Give a view that hears the kernel however long it took to load.
 * @param {{render: (place: Place) => unknown}} view
 */
export function hearing(view) {
  /** @param {{model: Model & {set: (name: string, value: unknown) => void}}} place */
  function initialize({ model }) {
    // Views are given parts of the model; whoever listens to a change is told it whole.
    model.on("change:loaded", (/** @type {Whole} */ whole) => void hear(whole, model));
    model.set("loaded", true);
  }
  return { ...view, initialize };
}
