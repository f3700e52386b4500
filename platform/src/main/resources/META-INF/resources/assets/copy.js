// A button that copies the digits of a number, without the spaces that make it readable.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const digits = document.getElementById(button.dataset.copy).textContent.replace(/\D/g, "");
    await navigator.clipboard.writeText(digits);
    const status = button.nextElementSibling;
    status.textContent = status.dataset.said;
  });
}
