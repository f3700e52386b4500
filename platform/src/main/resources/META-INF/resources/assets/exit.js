// Leaves a page nobody else should see: the button, or three taps of Shift alone within five seconds. It also works
// inside a field, because that is where a person is when somebody comes in; Shift held for a capital, or pressed while
// an input method composes, is not a tap.
const link = document.querySelector("a[data-exit]");
const WINDOW = 5000;
let taps = [];
let alone = false;

function leave() {
  document.title = "…";
  document.body.hidden = true;
  // A browser keeps the fields of a page with its history: a page without fields has none to keep.
  document.querySelector("main").replaceChildren();
  sessionStorage.clear();
  document.cookie = "draft=; Path=/consult; Max-Age=0";
  location.replace(link.href);
}

function composing(event) {
  return event.isComposing || event.keyCode === 229;
}

if (link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", (event) => {
    const shift = event.key === "Shift" && !composing(event);
    alone = shift && (alone || !event.repeat);
    if (!shift) taps = [];
  });
  addEventListener("pointerdown", () => (alone = false));
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone || composing(event)) return;
    alone = false;
    taps = taps.filter((at) => event.timeStamp - at < WINDOW);
    taps.push(event.timeStamp);
    if (taps.length === 3) leave();
  });
}
