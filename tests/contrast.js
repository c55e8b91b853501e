// Give how many texts of the page were measured, and those that are paler than they must be; see contrast.py.
([ordinary, large, enough]) => {
  const still = new CSSStyleSheet()
  still.replaceSync("* { pointer-events: auto !important; transition: none !important; animation: none !important }")
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still]

  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const once = find => {
    const known = new Map()
    return asked => {
      if (!known.has(asked)) known.set(asked, find(asked))
      return known.get(asked)
    }
  }
  const colour = once(written => {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = written
    pen.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  })
  const over = ([r, g, b, a], under) => [r, g, b].map((one, at) => one * a + under[at] * (1 - a))
  const light = rgb => {
    const [r, g, b] = rgb.map(one => (one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }

  const opacity = once(one => one ? getComputedStyle(one).opacity * opacity(one.parentElement) : 1)
  const isDrawn = one => one instanceof SVGElement && one.ownerSVGElement
  const isShape = one => one.matches("rect, path, circle, ellipse, polygon")
  const laid = once(one => {
    const style = getComputedStyle(one)
    const [written, veil] = isDrawn(one)
      ? [isShape(one) && style.fill !== "none" ? style.fill : "transparent", style.fillOpacity]
      : [style.backgroundColor, 1]
    const [r, g, b, a] = colour(written)
    return [r, g, b, a * veil * opacity(one)]
  })
  const covers = one => laid(one)[3] === 1
  const hasPicture = one => !isDrawn(one) && getComputedStyle(one).backgroundImage !== "none"
  const ground = ([first, ...rest]) => {
    if (!first) return [255, 255, 255]
    const top = laid(first)
    return top[3] === 1 ? top.slice(0, 3) : over(top, ground(rest))
  }
  const needed = (one, style) => {
    const scale = isDrawn(one) ? Math.abs(one.getScreenCTM()?.a ?? 1) : 1
    return parseFloat(style.fontSize) * scale >= (style.fontWeight >= 700 ? 18.66 : 24) ? large : ordinary
  }
  const isShown = one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !one.closest("script, style, noscript, template, title, :disabled")
  // A line that is drawn at a place counts as nothing: letters are wider.
  const fills = (one, place) => !(isDrawn(one) && isShape(one))
    || one.isPointInFill(place.matrixTransform(one.getScreenCTM().inverse()))
  // What lies under an element at a place, the element first; nothing where something else hides it.
  const under = (one, { left, top, width, height }) => {
    const place = new DOMPoint(left + width / 2, top + height / 2)
    const stack = document.elementsFromPoint(place.x, place.y).filter(one => fills(one, place))
    const at = stack.indexOf(one)
    return at < 0 || stack.slice(0, at).some(covers) ? [] : stack.slice(at)
  }

  // Asking for what lies at a place takes long on a long page: of texts that are dressed alike some are enough. What is
  // drawn in a figure lies over other things than its like.
  const dress = once(one => one === document.body ? "" : dress(one.parentElement) + "/" + one.tagName
    + ["class", "style", "aria-current", "aria-pressed", "data-state"].map(name => one.getAttribute(name)).join())
  const seen = new Map()
  const isEnough = (one, side) => {
    const times = (seen.get(side + dress(one)) ?? 0) + 1
    seen.set(side + dress(one), times)
    return !isDrawn(one) && times > enough
  }

  const pale = []
  let looked = 0
  const judge = (one, style, own, stack, words) => {
    if (!stack.length) return
    looked += 1
    const below = over(own, ground(stack))
    const [r, g, b, a] = colour(isDrawn(one) ? style.fill : style.color)
    const contrast = ratio(over([r, g, b, a * opacity(one)], below), below)
    const named = `${one.tagName.toLowerCase()} ${one.getAttribute("class") || ""} 「${words.slice(0, 20)}」`
    if (contrast < needed(one, style)) pale.push(`${contrast.toFixed(2)} ${named}`)
    else if (own[3] < 1 && stack.slice(0, stack.findIndex(covers) + 1).some(hasPicture)) pale.push(`on a picture ${named}`)
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const [words, one] = [texts.currentNode.data.trim(), texts.currentNode.parentElement]
    if (!words || !isShown(one) || isEnough(one, "")) continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    const lines = [...range.getClientRects()].filter(line => line.width > 1 && line.height > 1)
    for (const line of lines.slice(0, 3)) judge(one, getComputedStyle(one), [0, 0, 0, 0], under(one, line), words)
  }
  for (const one of document.body.querySelectorAll("input:not([type=radio], [type=checkbox], [type=hidden]), select")) {
    if (!isShown(one)) continue
    const stack = under(one, one.getBoundingClientRect())
    judge(one, getComputedStyle(one), [0, 0, 0, 0], stack, one.value)
    if (one.placeholder) judge(one, getComputedStyle(one, "::placeholder"), [0, 0, 0, 0], stack, one.placeholder)
  }
  for (const one of document.body.querySelectorAll("*")) {
    for (const side of ["::before", "::after"]) {
      const style = getComputedStyle(one, side)
      const isText = !["none", "normal", '""'].includes(style.content) && !style.content.startsWith("url(")
      if (isText && isShown(one) && !isEnough(one, side)) {
        judge(one, style, colour(style.backgroundColor), under(one, one.getBoundingClientRect()), side)
      }
    }
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== still)
  return [looked, [...new Set(pale)]]
}
