// The second press of a button does nothing while the first is on its way. After a while, or when the page comes back,
// the button works again: the hidden key makes the same form sent twice count once.
const WAIT = 10000;

addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.hasAttribute("aria-busy")) {
    event.preventDefault();
    return;
  }
  form.setAttribute("aria-busy", "true");
  setTimeout(() => form.removeAttribute("aria-busy"), WAIT);
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
});

// A page that came back with mistakes is read from its list of mistakes.
document.querySelector("[data-errors]")?.focus();
