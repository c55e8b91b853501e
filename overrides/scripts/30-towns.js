// The hub's list of towns: a box that narrows it by name, reading or prefecture. Without it, the list is all there.
(function () {
  "use strict"
  const form = document.querySelector("[data-k-towns]")
  if (!form) return
  const input = form.querySelector("input")
  const status = form.querySelector("[role=status]")
  const towns = [...document.querySelectorAll("[data-k-town]")]
  const groups = [...document.querySelectorAll("[data-k-prefecture]")]
  const fold = (words) => words.replace(/\u309b/g, "\u3099").replace(/\u309c/g, "\u309a").normalize("NFKC").toLowerCase()
    .replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
    .normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC")
  let composing = false
  const narrow = () => {
    if (composing) return
    const asked = fold(input.value).split(/\s+/).filter(Boolean)
    let count = 0
    towns.forEach((town) => {
      const names = fold(town.dataset.kTown)
      town.hidden = !asked.every((word) => names.includes(word))
      if (!town.hidden) count++
    })
    groups.forEach((group) => { group.hidden = !group.querySelector("[data-k-town]:not([hidden])") })
    const words = count === 0 ? form.dataset.none : count === 1 ? form.dataset.one : form.dataset.count
    status.textContent = asked.length ? words.replace("{count}", () => count) : ""
  }
  form.hidden = false
  form.addEventListener("submit", (event) => event.preventDefault())
  // While an input method is composing, nothing is hidden: half a syllable (やｍ) is in no name.
  input.addEventListener("compositionstart", () => { composing = true })
  input.addEventListener("compositionend", () => { composing = false; narrow() })
  input.addEventListener("input", narrow)
  narrow()
})()
