// Keeps what a person types into the public form in this tab, so that a reload or a killed tab costs nothing. A browser
// writes what a tab keeps to its disk and does not wipe it there, so it is sealed with a key that is a cookie of this
// session: leaving, or the receipt, throws the key away (decision 0038). In the mailbox the key comes with the page, which
// opens to who brings the code: after the page has closed itself nobody else reads the draft (decision 0049).
const PAUSE = 400;
const box = document.querySelector("form[data-seal]");
// Whoever opens the public form in this tab later is somebody else.
const LIFE = (box ? 24 * 60 : 30) * 60 * 1000;
const DRAFT = box ? "box" : "draft";
const SENT = "box-sent";
const SEAL = { name: "AES-GCM", length: 256 };
const canSeal = Boolean(globalThis.crypto?.subtle);

const draftForm = () => box ?? document.querySelector("form[data-step]");
const toText = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
const toBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

function cookie(value, life) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${DRAFT}=${value}; Path=/consult; SameSite=Strict${secure}${life}`;
}

async function sealingKey(isNew) {
  if (box) {
    const key = await crypto.subtle.digest("SHA-256", toBytes(box.dataset.seal));
    return crypto.subtle.importKey("raw", key, SEAL, false, ["encrypt", "decrypt"]);
  }
  let secret = document.cookie.match(/(?:^|; )draft=([^;]+)/)?.[1];
  if (!secret && isNew) cookie((secret = toText(crypto.getRandomValues(new Uint8Array(32)))), "");
  return secret && crypto.subtle.importKey("raw", toBytes(secret), SEAL, false, ["encrypt", "decrypt"]);
}

async function keep(say) {
  const form = draftForm();
  if (!form || !canSeal) return;
  const text = new TextEncoder().encode(JSON.stringify([...new FormData(form), ["go", form.dataset.step]]));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ ...SEAL, iv }, await sealingKey(true), text);
  if (!form.isConnected || document.body.hidden) return;
  sessionStorage.setItem(DRAFT, `${Date.now()} ${toText(iv)} ${toText(sealed)}`);
  const status = form.querySelector("[data-draft-status]");
  if (say && status) status.textContent = status.dataset.said;
}

async function kept() {
  const [at, iv, sealed] = (sessionStorage.getItem(DRAFT) ?? "").split(" ");
  const key = Date.now() - at < LIFE && canSeal && (await sealingKey(false));
  if (!key) return forget();
  const text = await crypto.subtle.decrypt({ ...SEAL, iv: toBytes(iv) }, key, toBytes(sealed));
  return JSON.parse(new TextDecoder().decode(text));
}

function forget() {
  sessionStorage.removeItem(DRAFT);
  if (!box) cookie("", "; Max-Age=0");
}

let pause;
let isRestoring = false;

addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(keep, PAUSE, true);
});
// A phone that kills a tab hides it first.
addEventListener("visibilitychange", () => {
  if (document.hidden && pause) keep(true);
});
addEventListener("step", () => {
  clearTimeout(pause);
  if (document.querySelector("[data-draft-done]")) return forget();
  keep(false);
  const restored = isRestoring && document.querySelector("[data-draft-restored]");
  isRestoring = false;
  if (!restored) return;
  restored.hidden = false;
  restored.querySelector("button").addEventListener("click", () => {
    forget();
    location.replace("/consult");
  });
});

function restoreInBox(fields) {
  const text = box.elements.text;
  text.value = new Map(fields).get("text") ?? "";
  const restored = box.querySelector("[data-draft-restored]");
  if (!text.value || !restored) return;
  restored.hidden = false;
  restored.querySelector("button").addEventListener("click", () => {
    forget();
    text.value = "";
    restored.hidden = true;
    text.focus();
  });
}

if (box) {
  // What was sent is forgotten when the page says that it arrived, and not before.
  box.addEventListener("submit", () => {
    clearTimeout(pause);
    sessionStorage.setItem(SENT, "yes");
  });
  if (sessionStorage.getItem(SENT) && document.querySelector("[data-draft-done]")) forget();
  sessionStorage.removeItem(SENT);
}

// Only into a form that nothing is in: what the server sent back is newer than what this tab kept.
if (draftForm() && "blank" in draftForm().dataset) {
  kept()
    .then((detail) => {
      if (detail && box) return restoreInBox(detail);
      isRestoring = Boolean(detail);
      if (detail) dispatchEvent(new CustomEvent("restore", { detail }));
    })
    // Sealed by a key that is gone.
    .catch(forget);
}
