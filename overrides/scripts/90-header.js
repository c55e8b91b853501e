// How much of the window the header covers: places that links lead to come to stand below it (styles/10-ground.css).
// Last of all: other scripts bring out the buttons that make it higher.
(function () {
  "use strict"
  const header = document.querySelector(".k-header")
  if (!window.ResizeObserver) return
  const measure = () => {
    const covers = getComputedStyle(header).position === "sticky" ? header.offsetHeight : 0
    document.documentElement.style.setProperty("--k-header", `${covers}px`)
  }
  new ResizeObserver(measure).observe(header)
  addEventListener("resize", measure)
  measure()
})()
