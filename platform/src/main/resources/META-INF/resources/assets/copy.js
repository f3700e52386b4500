// A button that copies the digits of a number, without the spaces that make it readable. Where the browser refuses,
// the number is selected instead.
function offerCopying() {
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

// A receipt on paper: the print view has no navigation.
function offerPrinting() {
  for (const button of document.querySelectorAll("button[data-print][hidden]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

for (const offer of [offerCopying, offerPrinting]) {
  offer();
  addEventListener("step", offer);
}
