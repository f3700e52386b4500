// A button that copies the digits of a number, without the spaces that make it readable. Where the browser refuses,
// the number is selected instead.
function bind() {
  for (const button of document.querySelectorAll("button[data-copy][hidden]")) {
    const number = document.getElementById(button.dataset.copy);
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () =>
      navigator.clipboard.writeText(number.textContent.replace(/\D/g, "")).then(
        () => (button.nextElementSibling.textContent = button.nextElementSibling.dataset.said),
        () => getSelection().selectAllChildren(number),
      ),
    );
  }
}

bind();
addEventListener("step", bind);
