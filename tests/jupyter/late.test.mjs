import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";

import { hearing } from "../../exercises/jupyter/late.js";

/** A model whose messages go through anywidget first, which may have given up the view. */
function modelOf({ givenUp }) {
  const heard = [];
  const sent = [];
  let listener;
  class Widgets {
    async _handle_comm_msg({ content }) {
      if (content.data.method) heard.push(content.data.method);
    }
  }
  class Anywidget extends Widgets {
    comm = { on_msg: (hear) => (this.comes = hear) };
    comes = (message) => this._handle_comm_msg(message);
    async _handle_comm_msg(message) {
      if (givenUp) throw new Error("Failed to initialize model.");
      return super._handle_comm_msg(message);
    }
  }
  const whole = new Anywidget();
  const model = {
    on: (name, listen) => (listener = [name, listen]),
    set: (name) => listener[0] === `change:${name}` && listener[1](whole),
    send: (content) => sent.push(content),
  };
  return { whole, model, heard, sent };
}

const render = () => {};

test("a view that came too late hears the kernel, and asks for what was thrown away", async () => {
  const { whole, model, heard, sent } = modelOf({ givenUp: true });
  hearing({ render }).initialize({ model });
  await setImmediate();
  await whole.comes({ content: { data: { method: "update" } } });
  assert.deepEqual([heard, sent], [["update"], [{ kind: "late" }]]);
});

test("of a view that came in time nothing is changed, and nothing is asked", async () => {
  const { whole, model, heard, sent } = modelOf({ givenUp: false });
  const before = whole.comes;
  hearing({ render }).initialize({ model });
  await setImmediate();
  assert.deepEqual([whole.comes === before, heard, sent], [true, [], []]);
});

test("the view itself stays as it is", () => assert.equal(hearing({ render }).render, render));
