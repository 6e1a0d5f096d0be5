/* As much of a browser's elements as an exercise needs: they hold what they are given, and tell events to listeners. */

/** @param {string} selector such as "input, .ws-button, [tabindex]" */
function matcher(selector) {
  const tests = selector.split(",").map((one) => {
    const [, sign, name] = /^([.[]?)([\w-]+)\]?$/.exec(one.trim());
    if (sign === ".") return (element) => element.classes.has(name);
    return sign === "[" ? (element) => element.attributes.has(name) : (element) => element.tag === name;
  });
  return (element) => tests.some((test) => test(element));
}

export class Element extends EventTarget {
  attributes = new Map();
  children = [];
  classes = new Set();
  dataset = {};
  parent = null;
  value = "";
  disabled = false;
  readOnly = false;
  checked = false;

  constructor(tag) {
    super();
    this.tag = tag;
    this.classList = {
      toggle: (name, on) => (on ? this.classes.add(name) : this.classes.delete(name)),
      add: (name) => this.classes.add(name),
    };
  }
  set className(names) {
    this.classes = new Set(names.split(" "));
  }
  get hidden() {
    return this.attributes.has("hidden");
  }
  set hidden(hidden) {
    if (hidden) this.attributes.set("hidden", "");
    else this.attributes.delete("hidden");
  }
  get textContent() {
    return this.children.map((child) => child.textContent ?? child).join("");
  }
  set textContent(text) {
    this.replaceChildren(text);
  }
  append(...children) {
    for (const child of children) if (child instanceof Element) child.parent = this;
    this.children.push(...children);
  }
  replaceChildren(...children) {
    this.children = [];
    this.append(...children);
  }
  setAttribute(name, value) {
    this.attributes.set(name, value);
    if (["id", "name", "type", "value"].includes(name)) this[name] = value;
  }
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }
  removeAttribute(name) {
    this.attributes.delete(name);
  }
  toggleAttribute(name, on) {
    if (on) this.attributes.set(name, "");
    else this.attributes.delete(name);
  }
  click() {}
  /** @returns {Element[]} all below it */
  get below() {
    return this.children.flatMap((child) => (child instanceof Element ? [child, ...child.below] : []));
  }
  querySelectorAll(selector) {
    return this.below.filter(matcher(selector));
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  contains(other) {
    return other === this || this.below.includes(other);
  }
  /** Whether a student can see it. */
  get seen() {
    return !this.hidden && (this.parent?.seen ?? true);
  }
  focus() {}
}

export class Button extends Element {}

/** What `document` is to one page. */
export class Document extends EventTarget {
  activeElement = null;
  hidden = false;

  createElement(tag) {
    return tag === "button" ? new Button(tag) : new Element(tag);
  }
}
