// ---- What is shown -----------------------------------------------------------------------------

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const safe = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign])
const EXCERPT = { wide: 90, latin: 170 }

// Give the places [from, to] in a text that match the words.
function matches(text, words) {
  const places = []
  const folded = fold(text, places)
  const found = []
  for (const one of words) {
    for (const needle of [one.plain, one.stem, ...one.written]) {
      if (!needle) continue
      const latin = isLatin(needle.charCodeAt(0))
      const before = found.length
      for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
        if (latin && at > 0 && isLatin(folded.charCodeAt(at - 1))) continue
        let end = at + needle.length
        if (latin && needle === one.stem) while (isLatin(folded.charCodeAt(end))) end++
        found.push([places[at], end < places.length ? endOf(text, places[end - 1], places[end]) : endOf(text, places[end - 1], text.length)])
      }
      if (found.length > before) break
    }
  }
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1])
  const apart = []
  for (const place of found) {
    const last = apart[apart.length - 1]
    if (last && place[0] <= last[1]) last[1] = Math.max(last[1], place[1])
    else apart.push(place)
  }
  return apart
}

// A match ends after its last character, not after the signs that follow it.
function endOf(text, last, next) {
  const character = text.slice(last, next).match(/^[^]?[\udc00-\udfff]?[\u0300-\u036f\u3099-\u309c\uff9e\uff9fー]*/)[0]
  return last + Math.max(character.length, 1)
}

function marked(text, places, from, to) {
  let html = ""
  let at = from
  for (const [start, end] of places) {
    if (end <= from || start >= to) continue
    html += safe(text.slice(at, Math.max(start, at))) + "<mark>" + safe(text.slice(Math.max(start, at), Math.min(end, to))) + "</mark>"
    at = Math.min(end, to)
  }
  return html + safe(text.slice(at, to))
}

// Cut the part of a text around its first match, at a word's or a sentence's edge where one is near.
function excerpt(text, words) {
  const places = matches(text, words)
  const width = /[\u3041-\u9fff]/.test(text.slice(0, 200)) ? EXCERPT.wide : EXCERPT.latin
  let from = places.length ? Math.max(0, places[0][0] - Math.floor(width / 3)) : 0
  if (from) {
    const edge = text.slice(from, places[0][0]).search(width === EXCERPT.wide ? /[。、]/ : / /)
    if (edge >= 0) from += edge + 1
  }
  if (/[\udc00-\udfff\u3099-\u309c\uff9e\uff9f]/.test(text[from] || "")) from++
  let to = Math.min(text.length, from + width)
  for (const place of places) if (place[0] < to && place[1] > to) to = Math.min(place[1], to + width)
  if (to < text.length && width === EXCERPT.latin) {
    const edge = text.lastIndexOf(" ", to)
    if (edge > from && !(places.length && edge < places[0][1])) to = edge
  }
  if (/[\udc00-\udfff]/.test(text[to] || "")) to++
  return (from ? "…" : "") + marked(text, places, from, to).trim() + (to < text.length ? "…" : "")
}

// Say on which page, below which heading and in which town's guide a section stands.
function where(section, stock) {
  const path = []
  if (section.town && section.guide !== stock.guide) path.push(section.town)
  if (!section.first) path.push(section.pageTitle)
  if (section.above && !section.above.first) path.push(section.above.title)
  return path.join(" › ")
}

const SHOWN_WITH_MARKS = 30
const LIKE = 0.55

function result(stock, query) {
  const { hits, words } = search(stock, query)
  const items = hits.map(({ section, score }, at) => {
    const near = at < SHOWN_WITH_MARKS
    return [{
      location: section.location,
      title: near ? marked(section.title, matches(section.title, words), 0, section.title.length) : safe(section.title),
      text: near ? excerpt(section.text, words) : safe(section.text.slice(0, EXCERPT.wide)),
      where: where(section, stock),
      score,
      terms: Object.fromEntries(words.map((one) => [one.plain, true])),
    }]
  })
  return { items, suggest: items.length ? [] : suggestions(stock, query) }
}

// Name the titles most like a query that found nothing: those that share most pairs of letters or of sounds.
function suggestions(stock, query) {
  const whole = fold(query)
  if (!whole) return []
  const sound = romaji(whole)
  const near = new Map()
  for (const [name, title] of namesOf(stock)) {
    if (!(2 * Math.min(name.length, whole.length) > LIKE * (name.length + whole.length)) && !sound) continue
    const likeness = Math.max(alike(whole, name), sound && KANA.test(name) ? alike(sound, romaji(name)) : 0)
    if (likeness > LIKE && likeness > (near.get(title) || 0)) near.set(title, likeness)
  }
  return [...near].sort((one, other) => other[1] - one[1]).slice(0, 4).map(([title]) => title)
}

function alike(one, other) {
  if (one.length < 2 || other.length < 2) return 0
  const pairs = new Map()
  for (let at = 1; at < one.length; at++) { const pair = one.slice(at - 1, at + 1); pairs.set(pair, (pairs.get(pair) || 0) + 1) }
  let common = 0
  for (let at = 1; at < other.length; at++) {
    const pair = other.slice(at - 1, at + 1)
    if (pairs.get(pair) > 0) { common++; pairs.set(pair, pairs.get(pair) - 1) }
  }
  return (2 * common) / (one.length + other.length - 2)
}

