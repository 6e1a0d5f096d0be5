/* The line to the class: when it is cut it is tried again by itself, each page after a pause of its own. */

const FIRST = 500; // milliseconds, like all times here
const LONGEST = 8000;
const LARGEST = 5_500_000; // bytes of a work file, above what the class takes in and below what the line does

/**
 * Keep a line open.
 * @param {string} path
 * @param {{hear: (message: any) => void, state: (connected: boolean) => void, ended?: () => boolean}} page
 */
export function lineTo(path, { hear, state, ended = () => false }) {
  // What comes first is large: browsers that can unpack it get a tenth of it.
  const packed = "DecompressionStream" in window ? "?packed=1" : "";
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}${packed}`;
  let pause = FIRST;
  /** @type {WebSocket} */
  let socket;
  /** @type {Promise<void>} */
  let heard = Promise.resolve(); // one message after the other, also where the first is still being unpacked

  function open() {
    if (ended()) return;
    socket = new WebSocket(address);
    socket.addEventListener("open", () => {
      pause = FIRST;
      state(true);
    });
    socket.addEventListener("message", ({ data }) => {
      const read = async () => hear(typeof data === "string" ? JSON.parse(data) : await unpacked(data));
      heard = heard.then(read).catch(reportError);
    });
    socket.addEventListener("close", () => {
      state(false);
      // Half of it by chance, so that thirty pages do not come back in the same moment.
      setTimeout(open, pause / 2 + (Math.random() * pause) / 2);
      pause = Math.min(pause * 2, LONGEST);
    });
  }
  open();
  return {
    /** Send a message; throws while the line is cut, as a closed channel does. @param {object} message */
    send(message) {
      if (socket.readyState !== WebSocket.OPEN) throw new Error("the line is cut");
      socket.send(JSON.stringify(message));
    },
    /** Send a work file as it is, not as a message: it is long, and nothing else waits for it. @param {string} text */
    open(text) {
      if (socket.readyState !== WebSocket.OPEN) throw new Error("the line is cut");
      // What is too long is refused in words; still longer, it would end the line.
      socket.send(new Blob([text]).slice(0, LARGEST));
    },
    /** Cut it; it is tried again unless the page has ended. */
    cut: () => socket.close(),
  };
}

/** @param {Blob} data */
function unpacked(data) {
  return new Response(data.stream().pipeThrough(new DecompressionStream("gzip"))).json();
}
