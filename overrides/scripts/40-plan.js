// The filters of a plan: what is chosen acts at once, stands in the address, and is read out as a count.
(function () {
  "use strict"
  const form = document.querySelector("[data-k-filter]")
  if (!form) return
  const rows = [...document.querySelectorAll("[data-k-row]")]
  const bands = [...document.querySelectorAll("[data-k-band]")]
  const fields = [...form.querySelectorAll("select")]
  const status = form.querySelector("[data-k-filter-status]")
  const all = new Set(rows.map((row) => row.dataset.action)).size

  const chosen = () => Object.fromEntries(fields.filter((one) => one.value).map((one) => [one.name, one.value]))
  const holds = (list, word) => list.split(" ").includes(word)
  const fits = (row, wanted) =>
    ["department", "implementer", "target"].every((name) => !wanted[name] || holds(row.dataset[name], wanted[name])) &&
    ((!wanted.step && !wanted.year) || row.dataset.steps.split(" ").some((one) => {
      const [year, step] = one.split(":")
      return step && (!wanted.year || wanted.year === year) && (!wanted.step || wanted.step === step)
    }))

  const show = () => {
    const wanted = chosen()
    const shown = new Set()
    for (const row of rows) {
      row.hidden = !fits(row, wanted)
      if (!row.hidden) shown.add(row.dataset.action)
    }
    for (const band of bands) {
      const own = [...document.querySelectorAll(`[data-k-of="${band.dataset.kBand}"]`)]
      for (const part of own) part.hidden = !part.querySelector("[data-k-row]:not([hidden])")
      band.hidden = own.every((part) => part.hidden)
    }
    form.classList.toggle("k-filter--narrowed", fields.some((one) => one.value)) // on paper, too, it says what was chosen
    const words = !shown.size ? status.dataset.none : shown.size === all ? status.dataset.every : status.dataset.some
    status.textContent = words.replace("{shown}", shown.size).replace("{all}", all)
  }

  const keep = () => {
    const address = new URL(location.href)
    for (const one of fields) {
      if (one.value) address.searchParams.set(one.name, one.value)
      else address.searchParams.delete(one.name)
    }
    history.replaceState(history.state, "", address)
  }

  const restore = () => {
    const wanted = new URLSearchParams(location.search)
    for (const one of fields) one.value = wanted.get(one.name) || ""
    // An address may name what this plan does not have; then it must not stay: it would say what is not shown.
    const unknown = fields.filter((one) => one.selectedIndex < 0)
    for (const one of unknown) one.value = ""
    show()
    if (unknown.length) keep()
  }

  form.hidden = false
  form.addEventListener("change", () => { keep(); show() })
  form.addEventListener("submit", (event) => { event.preventDefault(); keep(); show() })
  form.addEventListener("reset", (event) => {
    event.preventDefault()
    for (const one of fields) one.value = ""
    keep()
    show()
    fields[0].focus()
  })
  addEventListener("popstate", restore)
  restore()
})()
