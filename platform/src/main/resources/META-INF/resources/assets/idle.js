// Says so before a page closes by itself, and closes it in time: what it shows is gone from the screen, and Back does not
// bring it back: whoever sits there after the person must not read it. What is half written stays in the tab, sealed for who
// brings the code (draft.js). The limits are the server's; a press of the button is a
// request, which makes the session's time begin again.
const warning = document.querySelector("[data-idle]");
const ADDRESS = "/box";
let since = Date.now();
let ended = false;

async function end() {
  if (ended) return;
  ended = true;
  document.querySelector("main").replaceChildren();
  await fetch(ADDRESS + "/logout", { method: "POST", redirect: "manual", body: new URLSearchParams({ idle: "yes" }) }).catch(() => {});
  location.replace(ADDRESS + "?idle=yes");
}

async function goOn() {
  const page = await fetch(ADDRESS, { headers: { Accept: "text/html" } });
  if (!(await page.text()).includes("data-idle")) return end();
  since = Date.now();
  warning.hidden = true;
}

function look() {
  const left = warning.dataset.idle * 1000 - (Date.now() - since);
  if (left <= 0) end();
  else if (left <= warning.dataset.warning * 1000) warning.hidden = false;
}

// Who closes the page leaves nothing behind; a hidden body tells draft.js to keep nothing on the way out.
document.querySelector("form[data-leave]")?.addEventListener("submit", () => {
  document.body.hidden = true;
  sessionStorage.clear();
});

if (warning) {
  warning.querySelector("button").addEventListener("click", () => goOn().catch(() => {}));
  setInterval(look, 1000);
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
}
