// Takes the steps of a form (form[data-one-entry]) without a new entry in the history: the answer is put into the page
// that is open. So Back after leaving finds neither what was typed nor what was answered. Where fetching fails, the
// browser sends the form itself. Another language is a step, too (/lang posts the form once more), so the frame changes
// with the main part; only the link that leaves stays, because exit.js listens to it.
const fragments = globalThis.trustedTypes
  ? trustedTypes.createPolicy("app-fragment", { createHTML: (html) => html })
  : { createHTML: (html) => html };

// A button without an address of its own gives the page's as its formAction.
const target = (form, button) => (button?.hasAttribute("formaction") ? button.formAction : form.action);

const PARTS = [".skip", "header", "main", "footer"];

function show(page) {
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  for (const part of PARTS) document.querySelector(part).replaceWith(document.adoptNode(page.querySelector(part)));
  const [exit, translated] = [document, page].map((one) => one.querySelector("a[data-exit]"));
  exit.textContent = translated.textContent;
  exit.title = translated.title;
}

async function step(form, button) {
  const address = new URL(target(form, button), location);
  const answer = await fetch(address, {
    method: "POST",
    headers: { Accept: "text/html" },
    body: new URLSearchParams(new FormData(form, button)),
  });
  const page = new DOMParser().parseFromString(fragments.createHTML(await answer.text()), "text/html");
  const isElsewhere = answer.redirected && address.pathname !== "/lang";
  if (isElsewhere || !page.querySelector("a[data-exit]")) return location.replace(answer.url);
  show(page);
  scrollTo(0, 0);
  dispatchEvent(new Event("step"));
  // The main part is read from its beginning; scrolled to, the link that leaves would lie on the header.
  const errors = document.querySelector("[data-errors]");
  if (errors) errors.focus();
  else document.querySelector("main").focus({ preventScroll: true });
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !("oneEntry" in form.dataset)) return;
  event.preventDefault();
  if (form.hasAttribute("aria-busy")) return;
  form.setAttribute("aria-busy", "true");
  step(form, event.submitter).catch(() => {
    form.action = target(form, event.submitter);
    form.submit();
  });
});
