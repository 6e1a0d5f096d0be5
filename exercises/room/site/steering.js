/* The teacher's desk: what is open, who asks, who is in, and what each button does; looked at every two seconds. */

import { datesIn } from "../../page/dates.js";
import { fill, make } from "../../page/elements.js";
import { focused, focusOn, isSure } from "./sure.js";
import { projector } from "./wall.js";

const EVERY = 2000; // milliseconds

/**
 * @typedef {{page: string, title: string, lesson: string, open: boolean, codes: string[]}} Notebook
 * @typedef {{device: string, since: string, there: boolean}} Device
 * @typedef {{code: string, devices: Device[]}} Card
 * @typedef {{device: string, code: string, number: number}} Ask
 * @typedef {{paused: boolean, address: string, in: string, notebooks: Notebook[], asks: Ask[], guessed: {code: string, count: number}[],
 *   cards: Card[], sealed: number,
 *   said?: string, code?: string, trouble?: string}} Desk
 */

const root = /** @type {HTMLElement} */ (document.querySelector(".room-steering"));
const { steer, devices: spoken } = JSON.parse(root.dataset.words ?? "{}");
/** @type {Desk|null} */
let last = null; // what was told last, for what has to change at once
const { moment } = datesIn(document.documentElement.lang);
const drawn = new Map();
/** New PINs by code, in words: each stays beside its code until the teacher has it. @type {Map<string, string>} */
const pins = new Map();

/** @param {string} name */
const part = (name) => /** @type {HTMLElement} */ (document.querySelector(`.room-${name}`));

/**
 * Do something, and show what came of it: on top, or where ``hear`` puts it.
 * @param {string} name @param {Record<string, string>} values @param {(desk: Desk) => void} [hear]
 */
async function act(name, values = {}, hear) {
  try {
    const wall = projector.checked;
    const body = new URLSearchParams({ ...values, wall: wall ? "yes" : "no" });
    const reply = await fetch(`/teacher/desk/${name}`, { method: "POST", body });
    if (reply.status === 403) {
      location.reload();
      return;
    }
    if (!reply.ok) throw new Error(String(reply.status));
    const desk = /** @type {Desk} */ (await reply.json());
    part("said").textContent = "";
    if (desk.said) hear?.(desk);
    // What was asked for at the desk may hold a count, and the class may look on by now.
    take(hear || wall !== projector.checked ? { ...desk, said: "" } : desk);
  } catch {
    part("said").textContent = steer.trouble;
  }
}

/**
 * A button that is known again after the desk was drawn anew, so that the keyboard stays where it is.
 * @param {string} text @param {string} key @param {() => void} press @param {Record<string, any>} [more]
 */
const button = (text, key, press, more = {}) =>
  make("button", { text, "data-key": key, on: { click: press }, ...more });

/** @param {string} name @param {unknown} content @param {() => (HTMLElement|null)[]} parts */
function show(name, content, parts) {
  const next = JSON.stringify(content);
  if (drawn.get(name) === next) return;
  drawn.set(name, next);
  const key = focused();
  part(name).replaceChildren(...parts().flatMap((one) => (one ? [one] : [])));
  focusOn(key);
}

/** @param {string[]} names @param {HTMLElement[]} rows */
function table(names, rows) {
  const head = names.map((text) => make("th", { scope: "col", text }));
  return make("table", {}, [make("thead", {}, [make("tr", {}, head)]), make("tbody", {}, rows)]);
}

/** @param {Desk} desk */
function steering({ paused, sealed }) {
  const pause = () => void act("pause", { on: paused ? "no" : "yes" });
  // Whoever uses this browser next is asked for the key.
  const leave = async () => (await act("leave"), location.reload());
  const seals = async () => (await isSure(steer.sure_seals)) && act("seals");
  const end = async () => (await isSure(steer.sure_end)) && act("end");
  return [
    button(paused ? steer.go_on : steer.pause, "pause", pause, { "aria-pressed": paused, class: "room-main" }),
    projector.checked
      ? button(steer.open_seals, "seals", seals)
      : button(fill(steer.open_seals_count, { count: sealed }), "seals", seals, { disabled: !sealed }),
    button(steer.end, "end", end),
    button(spoken.leave, "leave", () => void leave()),
  ];
}

/** @param {Notebook} notebook */
function notebookLine({ page, title, open, codes }) {
  const press = () => void act("notebook", { page, on: open ? "no" : "yes" });
  const box = make("input", { type: "checkbox", id: `open-${page}`, "data-key": page, on: { change: press } });
  box.checked = open;
  const named = codes.flatMap((code) => [make("span", { class: "room-code", text: code }), " "]);
  const there = make("span", { text: `${fill(steer.there, { count: codes.length })}: ` });
  return make("div", { class: "room-switch", "data-open": String(open) }, [
    box,
    make("div", {}, [
      make("label", { for: `open-${page}`, text: title }),
      // On the wall not even how many: that one student takes the other lesson is nobody's business.
      codes.length && !projector.checked ? make("p", { class: "room-quiet" }, [there, ...named]) : null,
    ]),
  ]);
}

/** The notebooks of one lesson. @param {string} lesson @param {Notebook[]} notebooks */
const shelf = (lesson, notebooks) =>
  make("fieldset", { class: "room-shelf" }, [make("legend", { text: lesson }), ...notebooks.map(notebookLine)]);

/** @param {Notebook[]} notebooks */
function shelves(notebooks) {
  const lessons = [...new Set(notebooks.map(({ lesson }) => lesson))];
  return lessons.map((name) =>
    shelf(
      name,
      notebooks.filter(({ lesson }) => lesson === name),
    ),
  );
}

/** @param {Ask} ask @param {Card[]} cards */
function askLine({ device, code, number }, cards) {
  const [first] = cards.find((card) => card.code === code)?.devices ?? [];
  const already = first ? ` ${fill(spoken.already, { time: moment(first.since, spoken.earlier) })}` : "";
  const nod = (/** @type {string} */ yes) => () => void act("nod", { device, yes });
  return make("p", { class: "room-asked" }, [
    make("span", { text: fill(spoken.asks, { code, number }) + already }),
    button(spoken.yes, `yes-${device}`, nod("yes")),
    button(spoken.no, `no-${device}`, nod("no")),
  ]);
}

/** @param {string} code @param {Device} device */
function deviceLine(code, { device, since, there }) {
  const time = moment(since, spoken.earlier);
  const text = [fill(spoken.since, { time }), ...(there ? [spoken.there] : [])].join(", ");
  const label = fill(spoken.sign_out_which, { code, time });
  return make("p", { class: "room-device" }, [
    make("span", { text }),
    button(spoken.sign_out, `out-${device}`, () => void act("out", { device }), { "aria-label": label }),
  ]);
}

/** A new PIN, until the teacher puts it away. @param {string} code @param {string} said */
function pinLine(code, said) {
  const close = () => {
    pins.delete(code);
    if (last) take({ ...last, said: "" });
    focusOn(`pin-${code}`);
  };
  return make("p", { class: "room-new-pin", role: "alert" }, [
    make("strong", { text: said }),
    button(spoken.have_pin, `have-${code}`, close),
  ]);
}

/** @param {string} code */
const allOut = (code) =>
  make("p", { class: "room-device" }, [
    button(spoken.sign_out_all, `all-${code}`, () => void act("all", { code }), {
      "aria-label": fill(spoken.sign_out_all_which, { code }),
    }),
  ]);

/** One more card: its line is where its code stands in order, so the keyboard and the eye go there. */
async function oneMore() {
  let made = "";
  await act("card", {}, ({ said = "", code = "" }) => {
    pins.set((made = code), said);
  });
  focusOn(`have-${made}`);
}

/** The cards, and below them the key of this page. @param {Desk} desk */
function cardTable({ cards }) {
  const renew = async () => (await isSure(spoken.sure_key)) && act("key");
  const buttons = [button(spoken.card, "card", () => void oneMore()), button(spoken.key, "key", renew)];
  return [table(spoken.heads, cards.map(cardRow)), make("div", { class: "room-buttons" }, buttons)];
}

/** @param {Card} card */
function cardRow({ code, devices }) {
  const keep = ({ said = "" }) => void pins.set(code, said);
  const pin = async () => (await isSure(fill(spoken.sure_pin, { code }))) && act("pin", { code }, keep);
  const renew = button(spoken.pin, `pin-${code}`, pin, { "aria-label": fill(spoken.pin_which, { code }) });
  const said = pins.get(code);
  const lines = devices.map((one) => deviceLine(code, one));
  const cell = make("td", {}, [said ? pinLine(code, said) : null, ...lines, devices.length > 1 ? allOut(code) : null]);
  return make("tr", {}, [make("th", { scope: "row" }, [make("span", { text: `${code} ` }), renew]), cell]);
}

/** @param {Desk} desk */
function take(desk) {
  const said = desk.said || desk.trouble;
  // What could not be reached is there again; what an act has brought stays until the next one.
  if (said || part("said").textContent === steer.trouble) part("said").textContent = said || "";
  if (desk.trouble) return;
  last = desk;
  const wall = projector.checked;
  part("address").textContent = desk.address.replace(/^http:\/\/|\/$/g, "");
  part("in").textContent = wall ? "" : desk.in;
  part("cards").hidden = wall;
  // On the wall nobody stands by code, not even where it cannot be seen.
  const somebody = () => (desk.asks.length ? [make("p", { class: "room-asked", text: spoken.asks_wall })] : []);
  const guessed = desk.guessed.map((one) => make("p", { class: "room-asked", text: fill(spoken.guessed, one) }));
  const asking = () => (wall ? somebody() : [...desk.asks.map((one) => askLine(one, desk.cards)), ...guessed]);
  show("asks", [wall ? desk.asks.length > 0 : [desk.asks, desk.guessed], wall], asking);
  show("buttons", [desk.paused, wall || desk.sealed], () => steering(desk));
  show("notebooks", [desk.notebooks, wall], () => shelves(desk.notebooks));
  show("devices", [desk.cards, wall, [...pins]], () => (wall ? [] : cardTable(desk)));
}

async function look() {
  try {
    take(await (await fetch("/teacher/desk")).json());
  } catch {
    /* The figures below say that the class computer does not answer. */
  }
  setTimeout(look, EVERY);
}
projector.addEventListener("change", () => {
  // What was said last may hold a PIN, or a count.
  part("said").textContent = "";
  if (last) take({ ...last, said: "" });
});
void look();
