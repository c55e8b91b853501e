// Menu and screen: real buttons, focus that comes back, nothing that text depends on.
(function () {
  "use strict"
  const body = document.body
  const drawer = document.getElementById("__drawer")
  const find = (selector) => document.querySelector(selector)
  // Some browsers remember over a reload what stood open; nothing does here.
  for (const toggle of document.querySelectorAll(".md-toggle")) toggle.checked = false

  // A page that the browser had put aside (back, forward) learns what was chosen on other pages meanwhile.
  const again = []
  const kept = (name) => { try { return localStorage.getItem(name) } catch (error) { return null } }
  addEventListener("pageshow", (event) => { if (event.persisted) again.forEach((one) => one()) })

  // The menu on narrow screens
  const menu = find("[data-k-menu]")
  const panel = document.getElementById("k_drawer")
  const showMenu = (open) => {
    drawer.checked = open
    drawer.dispatchEvent(new Event("change"))
    menu.setAttribute("aria-expanded", String(open))
    body.classList.toggle("k-drawer-open", open)
    if (open) panel.querySelector("a, button").focus()
    else menu.focus()
  }
  if (menu && panel) {
    menu.addEventListener("click", () => showMenu(menu.getAttribute("aria-expanded") !== "true"))
    panel.querySelector("[data-k-menu-close]").addEventListener("click", () => showMenu(false))
    drawer.addEventListener("change", (event) => {
      menu.setAttribute("aria-expanded", String(drawer.checked))
      body.classList.toggle("k-drawer-open", drawer.checked)
      if (event.isTrusted && !drawer.checked) menu.focus() // someone pressed beside the menu
    })
    // A tablet that is turned shows the contents beside the text: nothing may go on lying over the page.
    matchMedia("(min-width: 60em)").addEventListener("change", ({ matches }) => {
      if (!matches || !drawer.checked) return
      const inside = panel.contains(document.activeElement)
      drawer.checked = false
      drawer.dispatchEvent(new Event("change"))
      if (inside) panel.querySelector("a").focus()
    })
    // Who walks on by Tab past the menu's end sees the page again, not what lies under the menu.
    panel.addEventListener("focusout", (event) => {
      if (!drawer.checked || !event.relatedTarget || panel.contains(event.relatedTarget)) return
      drawer.checked = false
      drawer.dispatchEvent(new Event("change"))
    })
  }

  // A link that looks like a button is pressed like one
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches("a.k-button, a.k-kids__button, .k-answers a")) return
    event.preventDefault()
    event.target.click()
  })

  // Escape closes what is open and gives focus back
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return
    if (menu && menu.getAttribute("aria-expanded") === "true") showMenu(false)
  })

  // Furigana: none, difficult words, all
  const furigana = find("[data-k-furigana]")
  if (furigana) {
    const root = document.documentElement
    const steps = [...furigana.querySelectorAll("button")]
    const show = (step) => {
      root.dataset.furigana = step
      steps.forEach((one) => one.setAttribute("aria-pressed", String(one.value === step)))
    }
    show(steps.some((one) => one.value === root.dataset.furigana) ? root.dataset.furigana : "off")
    again.push(() => show(kept("kyodo-furigana") || root.dataset.furigana))
    furigana.hidden = false
    furigana.addEventListener("click", (event) => {
      const button = event.target.closest("button")
      if (!button) return
      show(button.value)
      try { localStorage.setItem("kyodo-furigana", button.value) } catch (error) { /* private browsing keeps nothing */ }
    })
  }

  // Dark screen
  const schemes = document.querySelectorAll("[data-k-scheme]") // on top; on narrow screens in the menu and at the end
  const isDark = () => body.getAttribute("data-md-color-scheme") === "slate"
  const tell = () => schemes.forEach((one) => one.setAttribute("aria-pressed", String(isDark())))
  tell()
  again.push(() => {
    body.setAttribute("data-md-color-scheme", kept("kyodo-scheme") || body.getAttribute("data-md-color-scheme"))
    tell()
  })
  schemes.forEach((one) => {
    one.hidden = false
    one.addEventListener("click", () => {
      const next = isDark() ? "default" : "slate"
      body.setAttribute("data-md-color-scheme", next)
      tell()
      try { localStorage.setItem("kyodo-scheme", next) } catch (error) { /* private browsing keeps nothing */ }
    })
  })
})()
