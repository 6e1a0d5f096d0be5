import js from "@eslint/js";

/** Names that browsers have, and Node's tests; a view uses no others that it does not import. */
const BROWSER = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "CSS",
  "CustomEvent",
  "Element",
  "Event",
  "HTMLButtonElement",
  "HTMLElement",
  "IntersectionObserver",
  "Node",
  "ResizeObserver",
  "URL",
  "URLSearchParams",
  "clearInterval",
  "clearTimeout",
  "crypto",
  "document",
  "getComputedStyle",
  "localStorage",
  "navigator",
  "performance",
  "sessionStorage",
  "setInterval",
  "setTimeout",
  "window",
];

export default [
  { ignores: ["**/node_modules/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: "module",
      globals: Object.fromEntries(BROWSER.map((name) => [name, "readonly"])),
    },
    rules: {
      "no-empty": ["error", { allowEmptyCatch: true }],
      "array-callback-return": "error",
      complexity: ["error", 12],
      "consistent-return": "error",
      curly: ["error", "multi-line"],
      "default-case-last": "error",
      eqeqeq: "error",
      "max-depth": ["error", 3],
      "no-else-return": "error",
      "no-eval": "error",
      "no-implicit-coercion": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Text reaches the page as text: use make()." },
        { property: "outerHTML", message: "Text reaches the page as text: use make()." },
        { property: "insertAdjacentHTML", message: "Text reaches the page as text: use make()." },
        { property: "toLocaleString", message: "Dates are said by page/dates.js, in the language of the words." },
        { object: "Date", property: "now", message: "A clock that is set measures nothing: use performance.now()." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportAllDeclaration", message: "Import from the file that has it." },
      ],
      "no-shadow": ["error", { hoist: "never" }],
      "no-throw-literal": "error",
      "no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      "max-lines": ["error", 250],
    },
  },
  {
    // The page of a room is a host: it has the line and the address that a view has not.
    files: ["exercises/room/site/*.js"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "DOMParser",
          "DecompressionStream",
          "MessageChannel",
          "Response",
          "URLSearchParams",
          "WebSocket",
          "fetch",
          "location",
          "reportError",
          "structuredClone",
        ].map((name) => [name, "readonly"]),
      ),
    },
  },
  {
    files: ["tests/**/*.js", "tests/**/*.mjs"],
    languageOptions: {
      globals: Object.fromEntries(
        ["EventTarget", "WebSocket", "globalThis", "location", "structuredClone"].map((name) => [name, "readonly"]),
      ),
    },
  },
];
