// Keeps what a person types in this tab only, so that a lost connection or an expired page costs nothing. Never kept:
// hidden fields, passwords, files, and fields marked data-secret. The exit button empties it.
const PAUSE = 800;
const name = (form) => "draft:" + form.dataset.draft;

function fields(form) {
  return [...form.elements].filter(
    (field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type) && !("secret" in field.dataset),
  );
}

function keep(form) {
  const kept = fields(form).map((field) =>
    field.type === "radio" || field.type === "checkbox"
      ? [field.name, field.value, field.checked]
      : [field.name, field.value],
  );
  sessionStorage.setItem(name(form), JSON.stringify(kept));
  const status = form.querySelector("[data-draft-status]");
  if (status && !status.textContent) status.textContent = status.dataset.said;
}

function restore(form) {
  // What the server sent back is newer than what this tab kept.
  if (document.querySelector("[data-errors]")) return;
  for (const [field, value, checked] of JSON.parse(sessionStorage.getItem(name(form)) ?? "[]")) {
    for (const target of fields(form).filter((each) => each.name === field)) {
      if (checked === undefined) target.value ||= value;
      else if (target.value === value) target.checked ||= checked;
    }
  }
}

for (const done of document.querySelectorAll("[data-draft-done]")) {
  sessionStorage.removeItem("draft:" + done.dataset.draftDone);
}
for (const form of document.querySelectorAll("form[data-draft]")) {
  let timer;
  restore(form);
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE, form);
  });
  addEventListener("pagehide", () => {
    if (!document.body.hidden && timer) keep(form);
  });
}
