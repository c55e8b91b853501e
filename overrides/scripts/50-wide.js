// Boxes that scroll sideways: a stop for the keyboard and a place of their own only while there is something to scroll.
(function () {
  "use strict"
  if (!window.ResizeObserver) return
  const NAMES = ["role", "tabindex", "aria-label"]
  const told = new Map()
  const look = (box) => {
    const scrolls = box.scrollWidth > box.clientWidth || box === document.activeElement
    for (const [name, value] of told.get(box)) scrolls ? box.setAttribute(name, value) : box.removeAttribute(name)
  }
  const watcher = new ResizeObserver((changes) => new Set(changes.map(({ target }) => target.closest("[data-k-wide]"))).forEach(look))
  for (const box of document.querySelectorAll("[data-k-wide]")) {
    told.set(box, NAMES.map((name) => [name, box.getAttribute(name)]))
    watcher.observe(box)
    for (const inside of box.children) watcher.observe(inside)
  }
})()
