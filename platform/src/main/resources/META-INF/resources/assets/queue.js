// The counsellors' queue. What comes in while the list is open is told once, on a line of its own: rows never move by
// themselves. Keys walk through the rows; they do nothing while somebody types, and can be switched off in the browser.
// Sent with every page of the staff.
if (document.querySelector("[data-arrivals]")) {
  const EVERY = 15_000;
  // An open list must not keep a session alive that nobody sits at: the gateway ends it after 15 minutes without a request.
  const REST_AFTER = 600_000;

  const told = document.querySelector("[data-arrivals]");
  const seen = { received: Number(told.dataset.received), replied: Number(told.dataset.replied) };
  let etag = "";
  let lastInput = Date.now();
  let resting = false;

  function say(sentence) {
    if (told.textContent !== sentence) told.textContent = sentence;
  }

  function news({ received, replied }) {
    // A reply that was read elsewhere is no news when the next one comes.
    seen.replied = Math.min(seen.replied, replied);
    return [
      [told.dataset.arrived, received - seen.received],
      [told.dataset.wrote, replied - seen.replied],
    ]
      .filter(([, count]) => count > 0)
      .map(([sentence, count]) => sentence.replace("#", count))
      .join(" ");
  }

  async function ask() {
    if (document.hidden) return;
    if (Date.now() - lastInput > REST_AFTER) {
      resting = true;
      return say(told.dataset.resting);
    }
    const answer = await fetch(told.dataset.arrivals, {
      headers: { Accept: "application/json", "If-None-Match": etag },
      redirect: "manual",
    });
    if (!answer.ok) return;
    etag = answer.headers.get("ETag");
    say(news(await answer.json()));
  }

  function wake() {
    lastInput = Date.now();
    if (!resting) return;
    resting = false;
    etag = "";
    say("");
    ask().catch(() => {});
  }

  setInterval(() => ask().catch(() => {}), EVERY);
  for (const input of ["keydown", "pointerdown", "pointermove", "scroll"]) addEventListener(input, wake, { passive: true });
  document.addEventListener("visibilitychange", () => ask().catch(() => {}));

  const OFF = "queue-keys-off";
  const dialog = document.getElementById("keys");
  const use = document.getElementById("keys-use");
  const links = [...document.querySelectorAll(".rows tbody th a:not(.badge)")];

  function walk(step) {
    const row = document.activeElement.closest(".rows tbody tr");
    const at = row ? links.findIndex((link) => row.contains(link)) : step > 0 ? -1 : links.length;
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  }

  const KEYS = {
    j: () => walk(1),
    k: () => walk(-1),
    "/": () => {
      // select() alone does not always take the focus.
      document.getElementById("f-find").focus();
      document.getElementById("f-find").select();
    },
    "?": () => dialog.showModal(),
  };

  // A dialog that has just closed may still hold the focus in its checkbox: nobody types there.
  const isTyping = (event) =>
    event.isComposing ||
    event.keyCode === 229 ||
    (!dialog.contains(event.target) && event.target.closest?.("input, select, textarea, [contenteditable]"));

  addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || !use.checked || dialog.open || event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
    event.preventDefault();
    act();
  });

  document.querySelector(".keys").hidden = false;
  document.querySelector("[data-keys=open]").addEventListener("click", () => dialog.showModal());
  document.querySelector("[data-keys=close]").addEventListener("click", () => dialog.close());
  use.checked = !localStorage.getItem(OFF);
  use.addEventListener("change", () => (use.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
}
