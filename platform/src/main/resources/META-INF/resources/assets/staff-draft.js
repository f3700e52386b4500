// Keeps what staff type at the server, for their account: the machine may be shared, and the person may go on at another
// one. Saved after a pause, at the latest after ten seconds, and when the tab is hidden. The button does the same by hand.
const PAUSE = 3000;
const LATEST = 10000;
// What a browser still sends for a page that is going away.
const PARTING = 60000;

function watch(button) {
  const form = button.form;
  const status = button.parentElement.querySelector("[role=status]");
  let timer;
  let since;
  let sent = false;
  let saving;

  const say = (words) => {
    if (status.textContent !== words) status.textContent = words;
  };
  const soon = () => {
    clearTimeout(timer);
    since ??= Date.now();
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, since + LATEST - Date.now())));
  };

  async function save() {
    clearTimeout(timer);
    if (sent) return;
    since = undefined;
    saving?.abort();
    saving = new AbortController();
    const body = new URLSearchParams(new FormData(form)).toString();
    try {
      const answer = await fetch(button.formAction, {
        method: "POST",
        headers: { Accept: "text/html", "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" },
        body,
        redirect: "manual",
        keepalive: body.length < PARTING,
        signal: saving.signal,
      });
      // Without scripts the answer leads back to the page; here it only says that the draft is kept.
      if (answer.type === "opaqueredirect") {
        const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
        return say(status.dataset.said.replace("~", time));
      }
      if (answer.status === 401) {
        // The person signs in in another tab: coming back is the moment to try again, and not every ten seconds before.
        since = Date.now();
        addEventListener("focus", save, { once: true });
        return say(status.dataset.signedOut);
      }
      say(status.dataset.later);
    } catch (failure) {
      if (failure.name === "AbortError") return;
      say(status.dataset.later);
    }
    since = Date.now();
    timer = setTimeout(save, LATEST);
  }

  form.addEventListener("input", () => {
    if (!sent) soon();
  });
  // A draft that arrives after what was sent would come back as if it had not been sent.
  form.addEventListener("submit", () => {
    sent = true;
    since = undefined;
    clearTimeout(timer);
    saving?.abort();
  });
  // What another form of the page leads to, often this page again, shall already find the draft.
  document.addEventListener("submit", (event) => {
    if (event.target !== form && since !== undefined && !sent) save();
  });
  addEventListener("pageshow", () => (sent = false));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && since !== undefined && !sent) save();
  });
}

document.querySelectorAll("button[data-keep]").forEach(watch);
