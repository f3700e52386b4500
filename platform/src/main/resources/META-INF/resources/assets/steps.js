// Takes the steps of a form (form[data-one-entry]) without a new entry in the history: the answer's main part is put into
// the page that is open. So Back after leaving finds neither what was typed nor what was answered. Where fetching fails,
// the browser sends the form itself.
const fragments = globalThis.trustedTypes
  ? trustedTypes.createPolicy("app-fragment", { createHTML: (html) => html })
  : { createHTML: (html) => html };

// A button without an address of its own gives the page's as its formAction.
const target = (form, button) => (button?.hasAttribute("formaction") ? button.formAction : form.action);

async function step(form, button) {
  const answer = await fetch(target(form, button), {
    method: "POST",
    headers: { Accept: "text/html" },
    body: new URLSearchParams(new FormData(form, button)),
  });
  const page = new DOMParser().parseFromString(fragments.createHTML(await answer.text()), "text/html");
  const main = page.querySelector("main");
  if (answer.redirected || !main) return location.replace(answer.url);
  document.title = page.title;
  document.querySelector("main").replaceWith(document.adoptNode(main));
  scrollTo(0, 0);
  dispatchEvent(new Event("step"));
  (document.querySelector("[data-errors]") ?? document.querySelector("main")).focus();
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
