// The search panel: asks the worker while someone types, shows what it found, says how much.
(function () {
  "use strict"
  const panel = document.querySelector("[data-k-panel]")
  const button = document.querySelector("[data-k-search]")
  if (!panel || !button || !window.Worker) return
  const toggle = document.getElementById("__search")
  const query = panel.querySelector("input")
  const status = panel.querySelector("[role=status]")
  const list = panel.querySelector("[data-k-hits]")
  const more = panel.querySelector("[data-k-more]")
  const none = panel.querySelector("[data-k-none]")
  const near = panel.querySelector("[data-k-near]")
  const config = JSON.parse(document.getElementById("__config").textContent)
  const base = new URL(config.base, location.href.split(/[?#]/)[0])
  const say = (name, values) => Object.entries(values || {}).reduce(
    (words, [slot, value]) => words.replace(`{${slot}}`, () => value), panel.dataset[name])
  const AT_ONCE = 30

  // ---- The worker, started when the panel first opens ----
  const SETUP = 0, QUERY = 2, RESULT = 3, FAILED = 4
  let worker
  let waiting = 0
  const start = () => {
    if (worker) return true
    // An offline edition has both as scripts: a page opened from a folder may fetch nothing and start no worker file.
    const source = window.__kyodo_worker && URL.createObjectURL(new Blob([window.__kyodo_worker], { type: "text/javascript" }))
    const index = window.__kyodo_index
    try { worker = new Worker(source || config.search) } catch (error) { fail(); return false } // a page opened as a file
    worker.addEventListener("message", ({ data: { type, data } }) => {
      if (type === FAILED) fail()
      if (type === RESULT && --waiting === 0) show(data)
    })
    worker.addEventListener("error", fail)
    const indexes = index ? [] : JSON.parse(panel.dataset.indexes).map((address) => new URL(address, location.href).href)
    worker.postMessage({ type: SETUP, data: { config: { guide: panel.dataset.guide, indexes }, docs: index ? [].concat(index) : [] } })
    return true
  }
  // After a failure (no network for a moment) the next words begin anew: with another worker, and nothing under way.
  const fail = () => {
    if (worker) worker.terminate()
    worker = undefined
    waiting = 0
    asked = ""
    hurried = false
    clear()
    announce("failed")
  }

  const announce = (name, values) => {
    status.removeAttribute("lang")
    status.textContent = say(name, values)
    asJapanese(status)
  }

  // ---- Asking ----
  let composing = false
  let asked = ""
  const ask = () => {
    const words = query.value.trim()
    if (composing || words === asked) return
    asked = words
    hurried = false
    if (!words) { clear(); announce("hint"); return }
    if (!start()) return
    if (!found.length) announce("searching")
    waiting++
    worker.postMessage({ type: QUERY, data: words })
  }
  // While an input method is composing, nothing is searched: half a word would flicker by.
  query.addEventListener("compositionstart", () => { composing = true })
  query.addEventListener("compositionend", () => { composing = false; ask() })
  query.addEventListener("input", ask)

  // ---- Showing ----
  let found = []
  let hurried = false // Enter was pressed before the answer came: it goes to the first hit of that answer
  const clear = () => { found = []; list.replaceChildren(); more.hidden = none.hidden = true }
  const show = ({ items, suggest }) => {
    clear()
    if (!asked) return
    found = items.flat()
    if (found.length) announce(found.length === 1 ? "one" : "count", { count: found.length })
    else announce("nothing", { query: asked })
    none.hidden = found.length > 0
    near.hidden = !suggest.length
    near.querySelector("ul").replaceChildren(...suggest.map(suggestion))
    showMore()
    panel.querySelector("[data-k-scroll]").scrollTop = 0
    if (hurried && found.length) list.querySelector("a").click()
    hurried = false
  }
  const showMore = () => {
    const from = list.children.length
    list.append(...found.slice(from, from + AT_ONCE).map(hit))
    more.hidden = list.children.length >= found.length
    return list.children[from]
  }
  // On an English page, what is Japanese is read aloud as Japanese: the whole where most of it is, else the words.
  const JAPANESE = /([\u3005-\u3007\u3041-\u9fff\uf900-\ufaff]+)/
  const inEnglish = document.documentElement.lang !== "ja"
  const asJapanese = (element) => {
    const text = element.textContent
    const japanese = text.split(JAPANESE).filter((_, at) => at % 2).join("")
    if (!inEnglish || !japanese) return
    if (japanese.length * 2 > text.length) { element.lang = "ja"; return }
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const pieces = []
    while (walker.nextNode()) pieces.push(walker.currentNode)
    for (const piece of pieces) {
      piece.replaceWith(...piece.data.split(JAPANESE).map((words, at) => {
        if (at % 2 === 0) return words
        const marked = document.createElement("span")
        marked.lang = "ja"
        marked.textContent = words
        return marked
      }))
    }
  }
  const hit = (one) => {
    const item = document.createElement("li")
    item.className = "md-search-result__item"
    const link = document.createElement("a")
    link.className = "md-search-result__link"
    link.href = new URL(one.location, base).href
    // The worker has escaped these: only its own <mark> is markup.
    for (const [name, html] of [["title", one.title], ["text", one.text]]) {
      const line = document.createElement("span")
      line.className = `k-hit__${name}`
      line.innerHTML = html
      asJapanese(line)
      if (html) link.append(line)
    }
    const where = document.createElement("span")
    where.className = "k-hit__where"
    where.textContent = one.where
    asJapanese(where)
    if (one.where) link.firstChild.after(where)
    link.addEventListener("click", (event) => { if (!(event.ctrlKey || event.metaKey || event.shiftKey)) open(false) })
    item.append(link)
    return item
  }
  const suggestion = (words) => {
    const item = document.createElement("li")
    const choice = document.createElement("button")
    choice.type = "button"
    choice.className = "k-button"
    choice.textContent = words
    asJapanese(choice)
    choice.dataset.kWord = words
    item.append(choice)
    return item
  }
  more.addEventListener("click", () => showMore().querySelector("a").focus())
  none.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-k-word]")
    if (choice) write(choice.dataset.kWord)
  })
  const write = (words) => { query.value = words; query.focus(); ask() }

  // ---- Opening, closing, keys ----
  let opener = button
  const open = (wanted) => {
    if (!wanted) hurried = false
    toggle.checked = wanted
    toggle.dispatchEvent(new Event("change"))
    document.body.classList.toggle("k-search-open", wanted)
    button.setAttribute("aria-expanded", String(wanted))
    const address = new URL(location.href)
    if (!wanted && address.searchParams.has("q")) {
      address.searchParams.delete("q")
      history.replaceState(history.state, "", address)
    }
  }
  const showPanel = (from, words) => {
    opener = from
    open(true)
    start()
    query.focus()
    if (words) write(words)
  }
  const close = () => { open(false); opener.focus() }
  button.hidden = false
  button.addEventListener("click", () => (toggle.checked ? close() : showPanel(button)))
  panel.querySelector("[data-k-search-close]").addEventListener("click", close)
  panel.querySelector("form").addEventListener("submit", (event) => event.preventDefault())
  panel.querySelector("[type=reset]").addEventListener("click", (event) => { event.preventDefault(); write("") })
  panel.addEventListener("focusout", (event) => {
    const to = event.relatedTarget // the button that opened it closes it when it is let go
    if (to && to !== button && !panel.contains(to)) open(false)
  })
  document.addEventListener("keydown", (event) => {
    // Safari says 229 for the Enter that ends a composition.
    if (!toggle.checked || event.isComposing || event.keyCode === 229) return
    if (event.key === "Escape") { event.preventDefault(); close(); return }
    const links = [...list.querySelectorAll("a")]
    const at = links.indexOf(document.activeElement)
    if (event.key === "Enter" && document.activeElement === query) {
      event.preventDefault()
      if (waiting) hurried = true
      else if (links.length) links[0].click()
    }
    if (at < 0 && document.activeElement !== query) return
    if (event.key === "ArrowDown" && at + 1 < links.length) { event.preventDefault(); links[at + 1].focus() }
    if (event.key === "ArrowUp" && at >= 0) { event.preventDefault(); (links[at - 1] || query).focus() }
  })

  // ---- Other ways in: the form on a guide's first page, and ?q= in the address ----
  const form = document.querySelector("[data-k-find]")
  if (form) {
    const words = form.querySelector("input")
    form.hidden = false
    form.addEventListener("submit", (event) => { event.preventDefault(); showPanel(words, words.value) })
  }
  const wanted = new URLSearchParams(location.search).get("q")
  if (wanted) showPanel(button, wanted)
})()
