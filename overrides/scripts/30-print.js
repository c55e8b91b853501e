// Buttons that print: shown only where a script can do it.
document.querySelectorAll("[data-k-print]").forEach((button) => {
  button.hidden = false
  button.addEventListener("click", () => window.print())
})
