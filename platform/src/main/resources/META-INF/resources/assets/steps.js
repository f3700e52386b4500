// Takes the steps of a form (form[data-one-entry]) without loading a page: the answer is put into the page that is open.
// What was typed is in no entry of the history; an entry holds the name of a step (data-step), and the browser's Back
// asks for that step with what is typed now. Another language is a step, too (/lang posts the form once more), so the
// frame changes with the main part; only the link that leaves stays, because exit.js listens to it.
const fragments = globalThis.trustedTypes
  ? trustedTypes.createPolicy("app-fragment", { createHTML: (html) => html })
  : { createHTML: (html) => html };

// A button without an address of its own gives the page's as its formAction.
const target = (form, button) => (button?.hasAttribute("formaction") ? button.formAction : form.action);

const TURN = new URL("/consult", location);

const entry = () => document.getElementById("entry");

const PATIENCE = 30000;

const PARTS = [".skip", "header", "main", "footer"];

function show(page) {
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  for (const part of PARTS) document.querySelector(part).replaceWith(document.adoptNode(page.querySelector(part)));
  const [exit, translated] = [document, page].map((one) => one.querySelector("a[data-exit]"));
  exit.replaceChildren(...document.importNode(translated, true).childNodes);
  exit.title = translated.title;
}

async function post(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { Accept: "text/html" },
    body: new URLSearchParams(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  return [answer, new DOMParser().parseFromString(fragments.createHTML(await answer.text()), "text/html")];
}

// Everything that was typed is still there, and the form keeps its key: pressing again makes one consultation.
function sayLost(form) {
  const lost = document.querySelector("[data-lost]");
  form.removeAttribute("aria-busy");
  if (!lost) return form.submit();
  lost.hidden = false;
  lost.focus();
}

async function step(form, address, body, remember) {
  if (form.hasAttribute("aria-busy")) return;
  form.setAttribute("aria-busy", "true");
  const [answer, page] = await post(address, body).catch(() => []);
  if (document.body.hidden) return;
  if (answer?.redirected && address.pathname !== "/lang") return location.replace(answer.url);
  if (!page?.getElementById("entry")) return sayLost(form);
  show(page);
  const now = { step: entry().dataset.step };
  if (remember && now.step !== history.state?.step) history.pushState(now, "");
  else history.replaceState(now, "");
  // At once: while a page glides, the link that leaves lies on the header.
  scrollTo({ top: 0, behavior: "instant" });
  dispatchEvent(new Event("step"));
  // The main part is read from its beginning; scrolled to, the link that leaves would lie on the header.
  const errors = document.querySelector("[data-errors]");
  if (errors) errors.focus();
  else document.querySelector("main").focus({ preventScroll: true });
}

// The step with the given name, with what is on the page. A receipt stays: what it told is sent.
function goTo(name) {
  const form = entry();
  if (!form?.dataset.step || !name) return;
  const body = new FormData(form);
  body.set("go", name);
  step(form, TURN, body, false);
}

if (entry()?.dataset.step) history.replaceState({ step: entry().dataset.step }, "");

addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !("oneEntry" in form.dataset)) return;
  event.preventDefault();
  step(form, new URL(target(form, event.submitter)), new FormData(form, event.submitter), true);
});

addEventListener("popstate", (event) => goTo(event.state?.step));

// draft.js found what was typed in this tab before.
addEventListener("restore", (event) => step(entry(), TURN, event.detail, false));
