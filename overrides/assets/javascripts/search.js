// The search worker: finds sections by substring, the same however a word is written.
//
// It speaks the messages of the theme's worker: 0 SETUP -> 1 READY, 2 QUERY -> 3 RESULT.
//   SETUP  {config: {guide, indexes: [address]}, docs: [index]}   what is not in docs is fetched
//   RESULT {items: [[{location, title, text, where, score, terms}]], suggest: [word]}   title and text are safe HTML
// It runs from a file or from a Blob; loaded into a page it only defines its functions, for tests.
// An index is written by macros/web/searchindex.py, which describes it.
"use strict"

// ---- Folding: one form for all ways of writing -------------------------------------------------

// What every UTF-16 unit becomes: another unit, DROP (as if not there) or GAP (parts Latin words).
const DROP = 0
const GAP = 32
const FOLDED = (() => {
  const table = new Uint16Array(65536)
  for (let code = 0; code < 65536; code++) table[code] = code
  for (let code = 0x30a1; code <= 0x30f6; code++) table[code] = code - 0x60 // katakana -> hiragana
  for (let code = 0; code < 0x250; code++) {
    const base = String.fromCharCode(code).normalize("NFD")
    if (base.length > 1) table[code] = base.charCodeAt(0) // ō -> o
    else if (!/[\p{L}\p{N}]/u.test(base)) table[code] = GAP
  }
  for (let code = 0x300; code < 0x370; code++) table[code] = DROP // loose accents
  for (let code = 0x2000; code < 0x2070; code++) table[code] = GAP
  for (let code = 0x2190; code < 0x2e80; code++) if (/\p{P}|\p{S}/u.test(String.fromCharCode(code))) table[code] = GAP
  for (let code = 0x3000; code < 0x3040; code++) if (code < 0x3005 || code > 0x3007) table[code] = GAP
  for (const sign of "ー・'’‘-‐‑‒–—―−~〜゠\u00ad\u200b\u200d\ufeff") table[sign.charCodeAt(0)] = DROP
  return table
})()
const isLatin = (code) => (code > 96 && code < 123) || (code > 47 && code < 58)

// Fold a text; with *places* given, note there which character of the text each folded one comes from.
function fold(text, places) {
  if (places) return foldWithPlaces(text, places)
  return foldUnits(text.normalize("NFKC").toLowerCase(), null)
}

function foldWithPlaces(text, places) {
  let units = ""
  const origin = []
  // A character and the marks that follow it are normalized together: ﾄﾞ is one.
  for (const piece of text.matchAll(/[^]?[\udc00-\udfff]?[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/g)) {
    for (const unit of piece[0].normalize("NFKC").toLowerCase().split("")) {
      units += unit
      origin.push(piece.index)
    }
  }
  return foldUnits(units, (at) => places.push(origin[at]))
}

function foldUnits(units, note) {
  const codes = []
  let gap = false
  let last = 0
  let folded = ""
  for (let at = 0; at < units.length; at++) {
    const code = FOLDED[units.charCodeAt(at)]
    if (code === DROP) continue
    if (code === GAP) { gap = true; continue }
    if (gap && isLatin(last) && isLatin(code)) { codes.push(GAP); if (note) note(at) }
    gap = false
    last = code
    codes.push(code)
    if (note) note(at)
    if (codes.length > 8000) folded += String.fromCharCode.apply(null, codes.splice(0))
  }
  return folded + String.fromCharCode.apply(null, codes)
}

// ---- Romaji: one form for Hepburn, Kunrei, long vowels written or not --------------------------

const SYLLABLES = (() => {
  const table = new Map()
  const rows = "あいうえお aiueo|かきくけこ k|がぎぐげご g|さしすせそ s|ざじずぜぞ z|たちつてと t|だぢづでど d|なにぬねの n|" +
    "はひふへほ h|ばびぶべぼ b|ぱぴぷぺぽ p|まみむめも m|らりるれろ r"
  for (const row of rows.split("|")) {
    const [kana, onset] = row.split(" ")
    ;[...kana].forEach((sign, at) => table.set(sign, (onset === "aiueo" ? "" : onset) + "aiueo"[at]))
    const [, second, , fourth] = kana
    if (onset === "aiueo") continue
    for (const [small, vowel] of [["ゃ", "a"], ["ゅ", "u"], ["ょ", "o"], ["ぇ", "e"]]) table.set(second + small, onset + "y" + vowel)
    if ("td".includes(onset)) { table.set(fourth + "ぃ", onset + "i"); table.set(kana[4] + "ぅ", onset + "u") }
  }
  const odd = "や ya|ゆ yu|よ yo|わ wa|を o|ん n|ゔ bu|ぢ zi|づ zu|ぢゃ zya|ぢゅ zyu|ぢょ zyo|うぃ wi|うぇ we|うぉ o|ふぁ ha|ふぃ hi|ふぇ he|ふぉ ho|" +
    "ゔぁ ba|ゔぃ bi|ゔぇ be|ゔぉ bo|ぁ a|ぃ i|ぅ u|ぇ e|ぉ o|ゃ ya|ゅ yu|ょ yo|ゎ wa|っ "
  for (const pair of odd.split("|")) table.set(...pair.split(" "))
  return table
})()
const SPELLINGS = [[/tch/g, "ch"], [/sh/g, "sy"], [/ch/g, "ty"], [/ts/g, "t"], [/dz/g, "z"], [/j/g, "zy"], [/f/g, "h"], [/l/g, "r"],
  [/v/g, "b"], [/([stz])yi/g, "$1i"], [/zyy/g, "zy"], [/syy/g, "sy"], [/tyy/g, "ty"], [/du/g, "zu"], [/wo/g, "o"],
  [/oh(?![aiueoy])/g, "o"], [/m(?=[bmp])/g, "n"], [/o[ou]+/g, "o"], [/(.)\1+/g, "$1"]]
const ROMAJI = /^(?:(?:[kgsztdnhbpmr]y?|[wy])?[aiueo]|n)+(?:[kgsztdnhbpmrwy]y?)?$/
const KANA = /^[\u3041-\u3096]+$/

// Give the folded romaji of folded kana or Latin letters, or "" where it cannot be Japanese.
function romaji(folded) {
  let letters = folded.replaceAll(" ", "")
  if (KANA.test(letters)) {
    let spelt = ""
    for (let at = 0; at < letters.length; at++) {
      const pair = SYLLABLES.get(letters.slice(at, at + 2))
      spelt += pair ?? SYLLABLES.get(letters[at]) ?? ""
      if (pair !== undefined) at++
    }
    letters = spelt
  }
  for (const [spelling, ours] of SPELLINGS) letters = letters.replace(spelling, ours)
  return ROMAJI.test(letters) ? letters : ""
}

// ---- The index ---------------------------------------------------------------------------------

// Join indexes into one list of sections; those of *guide* first, each section once.
function library(indexes, guide) {
  const sections = []
  const known = new Set()
  const readings = []
  const synonyms = []
  for (const index of indexes) {
    const first = sections.length
    const own = []
    for (const [page, id, title, above, names, text] of index.sections) {
      const [address, pageTitle, guideId] = index.pages[page]
      const location = id ? `${address}#${id}` : address
      const section = {
        location, title, text, pageTitle, guide: guideId, town: index.guides[guideId] || "",
        above: above < 0 ? null : own[above], home: guideId === guide || !guideId, first: !id, at: first + own.length,
        names: names ? names.split("|") : [],
      }
      own.push(section)
      if (!known.has(location)) sections.push(section)
      known.add(location)
    }
    for (const [words, also] of index.synonyms || []) synonyms.push([words.map((name) => fold(name)), also.map((name) => fold(name))])
    for (const pair of index.readings ? index.readings.split("|") : []) readings.push(pair.split(" "))
  }
  return { sections, readings, synonyms, guide, names: null }
}

// Fold a section when it is first looked at.
function prepare(section, stock) {
  if (section.foldedText !== undefined) return section
  section.foldedTitle = fold(section.title)
  // 実行委員会（協議会） is also called by what stands outside and inside the brackets.
  const parts = section.title.split(/[（）()、]/).filter((part) => part.trim().length > 1)
  section.foldedNames = [...section.names, ...(parts.length > 1 ? parts : [])].map((name) => fold(name))
  section.foldedText = fold(section.text)
  section.context = fold(section.pageTitle) + "\n" + (section.above ? fold(section.above.title) : "") + "\n" + fold(section.town)
  // Everyday words: for a section of that very name as good as a name, for one that only contains it less.
  section.everyday = []
  const known = [section.foldedTitle, ...section.foldedNames]
  for (const [words, also] of stock.synonyms) {
    if (words.some((name) => known.includes(name))) section.foldedNames.push(...also)
    else if (words.some((name) => known.some((own) => own.includes(name)))) section.everyday.push(...also)
  }
  section.romaji = [section.foldedTitle, ...section.foldedNames].filter((name) => KANA.test(name)).map(romaji)
  return section
}

// ---- Matching ----------------------------------------------------------------------------------

// Words that say nothing about what is looked for.
const EMPTY = new Set(("a an the of in on at to for and or is are was be do does did can how what which who whom where when why i my me we our you your it " +
  "this that with from by about tell want need please there get とは は が を に の で と も へ や から まで より って など ですか なに 何 なん です ます について").split(" "))

// Say how a word of the query may stand in a section.
function word(plain, stock, typed = "") {
  const latin = /^[a-z0-9 ]+$/.test(plain)
  const kana = KANA.test(plain)
  const spelt = latin || kana ? romaji(plain) : ""
  // English endings: subsidies, subsidy, subsidized
  const stem = latin && plain.length > 4 ? plain.replace(/(?:ies|y|ing|es|s|ed)$/, "") : ""
  return {
    // A short word in katakana is looked for as it is: folded, リーダ would be found in ひとりだけ.
    katakana: kana && plain.length < 4 && /^[\u30a1-\u30fc]+$/.test(typed) ? typed : "",
    plain, latin, kana, stem: stem.length > 3 && stem !== plain ? stem : "",
    romaji: spelt.length > 2 ? spelt : "",
    written: kana && plain.length > 2 ? writings(stock, (reading) => reading.startsWith(plain) || reading.endsWith(plain))
      : spelt.length > 4 ? writings(stock, (reading, sound) => sound === spelt) : [],
  }
}

// Find how words of that reading are written in the texts: こうほう -> 広報.
function writings(stock, fits) {
  const found = []
  for (const pair of stock.readings) {
    pair[2] ??= romaji(pair[0])
    if (fits(pair[0], pair[2])) found.push(pair[1])
    if (found.length > 40) break
  }
  return found
}

// Find *needle* in a text where a word may begin: Latin words not inside others, short kana not inside running kana.
function find(text, needle, latin, kana) {
  let at = text.indexOf(needle)
  if (latin || (kana && needle.length < 4)) {
    const inside = latin ? isLatin : (code) => code > 0x3040 && code < 0x3097
    while (at > 0 && inside(text.charCodeAt(at - 1))) at = text.indexOf(needle, at + 1)
  }
  return at
}

const share = (part, whole) => part.length / Math.max(whole.length, 1)

const AROUND = 8

// Score one word in one section; 0 where it does not occur. Titles count more than names, names more than text.
function score(section, one) {
  const { plain, latin, kana } = one
  let best = 0
  const title = section.foldedTitle
  const inTitle = find(title, plain, latin, false)
  if (inTitle >= 0) best = 60 + 60 * share(plain, title) + (inTitle === 0 ? 10 : 0)
  for (let at = 0; at < section.foldedNames.length; at++) {
    const name = section.foldedNames[at]
    if (name === plain) best = Math.max(best, 100 - at * 0.5)
    else if (best < 70 && find(name, plain, latin, kana && plain.length < 3) >= 0) best = Math.max(best, 40 + 30 * share(plain, name))
  }
  if (best < 50 && section.everyday.includes(plain)) best = 50
  if (one.romaji && best < 95) {
    for (const sound of section.romaji) {
      if (sound === one.romaji) best = Math.max(best, 95)
      else if (sound.startsWith(one.romaji)) best = Math.max(best, 38 + 30 * share(one.romaji, sound))
      else if (one.romaji.length > 4 && sound.includes(one.romaji)) best = Math.max(best, 34 + 30 * share(one.romaji, sound))
    }
  }
  if (best < 40) {
    const at = one.katakana ? section.text.indexOf(one.katakana) : find(section.foldedText, plain, latin, kana)
    if (at >= 0) best = Math.max(best, 20 + Math.min(8, section.foldedText.split(plain, 9).length - 1) - Math.min(4, at / 100))
  }
  if (best < 30 && one.stem) {
    if (find(title, one.stem, true, false) >= 0) best = 30 + 50 * share(one.stem, title)
    else if (section.foldedNames.some((name) => find(name, one.stem, true, false) >= 0)) best = Math.max(best, 28)
    else if (find(section.foldedText, one.stem, true, false) >= 0) best = Math.max(best, 14)
  }
  if (best < 30 && one.written.length) {
    if (one.written.some((written) => title.includes(written))) best = Math.max(best, 30)
    else if (one.written.some((written) => section.foldedText.includes(written))) best = Math.max(best, 12)
  }
  if (!best && find(section.context, plain, latin, kana) >= 0) best = AROUND
  return best
}

// What may end a question, and how the texts spell what others spell in another way; tried where nothing was found.
const ASKING = /(?:とは|って|は)?(?:何|なに|なん|どこ|だれ|誰|いつ)?(?:ですか|でしょうか|なの|か)?$/
const AMERICAN = [[/([a-z]{3})our/g, "$1or"], [/is(e|es|ed|ing|ation|ations)\b/g, "iz$1"], [/centre/g, "center"], [/programme/g, "program"]]
const USUAL = [[/作り|造り/g, "づくり"], [/街|町(?=づくり)/g, "まち"], [/取り?組み?/g, "取り組み"], [/子供/g, "子ども"], [/障害(?=者)/g, "障がい"],
  [/問い?合わ?せ/g, "問い合わせ"], [/手引(?!き)/g, "手引き"], [/見直(?!し)/g, "見直し"], [/寄附/g, "寄付"], [/高齢者?/g, "高齢"]]
const respelt = (table) => (part) => table.reduce((words, [theirs, ours]) => words.replace(theirs, ours), part)
const REWORDINGS = [
  (part) => part,
  respelt(AMERICAN),
  respelt(USUAL),
  (part) => part.replace(ASKING, "") || part,
]

// Search for a query: every word must occur; an exact heading comes first; a sentence is cut where that finds nothing.
function search(stock, query) {
  const typed = query.normalize("NFKC").split(/[\s、。,;!?「」『』()"]+/u).filter((part) => fold(part))
  if (!typed.length) return { hits: [], words: [] }
  const telling = typed.filter((part) => !EMPTY.has(fold(part)))
  const written = telling.length ? telling : typed
  const parts = written.map((part) => fold(part))
  for (const reword of REWORDINGS) {
    const reworded = parts.map(reword)
    if (reword !== REWORDINGS[0] && reworded.join(" ") === parts.join(" ")) continue
    const words = reworded.map((part, at) => word(part, stock, written[at]))
    const hits = matching(stock, words, reword === REWORDINGS[0] ? fold(query) : reworded.join(" "))
    if (hits.length) return { hits, words }
  }
  return loosen(stock, written)
}

function matching(stock, words, whole) {
  const hits = []
  for (const section of stock.sections) {
    prepare(section, stock)
    let total = 0
    let best = 0
    for (const one of words) {
      const points = score(section, one)
      if (!points) { total = 0; break }
      total += points
      best = Math.max(best, points)
    }
    // What stands around a section narrows a search down but is no hit by itself.
    total = best > AROUND ? total / words.length : 0
    if (section.foldedTitle === whole) total += 1000
    else if (section.foldedNames.includes(whole)) total += 60
    if (total) hits.push({ section, score: total + standing(section) })
  }
  return sorted(hits)
}

// A guide's own sections before those of others, pages before their parts, short titles before long ones.
function standing(section) {
  return (section.home ? 10000 : 0) + (section.first ? 2 : 0) - (section.above && section.above.above ? 6 : 0) - Math.min(section.title.length, 60) / 20
}

const sorted = (hits) => hits.sort((one, other) => other.score - one.score || one.section.at - other.section.at)

// Cut a sentence: what stands between hiragana, and names of sections that stand in it; enough of both must be found.
function loosen(stock, written) {
  const parts = new Set()
  for (const part of written) {
    for (const run of part.split(/[\u3041-\u3096 ]+/).map((cut) => fold(cut))) if (run.length > 1 && !EMPTY.has(run)) parts.add(run)
    for (const name of namesIn(stock, fold(part))) parts.add(name)
  }
  // A part inside another says nothing more.
  const kept = [...parts].filter((part) => ![...parts].some((other) => other !== part && other.includes(part)))
  if (!kept.length || (kept.length === 1 && kept[0] === fold(written.join("")))) return { hits: [], words: [] }
  const words = kept.map((part) => word(part, stock))
  const total = kept.reduce((sum, part) => sum + part.length, 0)
  const seen = new Set()
  const halves = []
  for (const section of stock.sections) {
    let points = 0
    let covered = 0
    let matched = 0
    for (const one of words) {
      const own = score(section, one)
      points += (own * one.plain.length) / total
      if (own > AROUND) { covered += one.plain.length; matched++; seen.add(one) }
    }
    if (covered * 2 >= total || matched * 2 >= words.length) halves.push({ section, score: points + standing(section), whole: covered * 2 > total })
  }
  // Half is enough where the other half is found elsewhere: 共催と後援の違い.
  return { hits: sorted(halves.filter((hit) => hit.whole || seen.size === words.length)), words }
}

// List every name of a section once, each with the titles it stands for; made when it is first needed.
function namesOf(stock) {
  if (stock.names) return stock.names
  stock.names = new Map()
  for (const section of stock.sections) {
    for (const name of [section.foldedTitle, ...section.foldedNames]) if (!stock.names.has(name)) stock.names.set(name, section.title)
  }
  return stock.names
}

// Find the names of sections that stand in a sentence: きょうどう in きょうどうってなに.
function namesIn(stock, sentence) {
  const found = new Set()
  for (const name of namesOf(stock).keys()) {
    if (name.length >= sentence.length || !sentence.includes(name)) continue
    const latin = isLatin(name.charCodeAt(0))
    const least = KANA.test(name) ? (sentence.startsWith(name) ? 3 : 4) : latin ? 3 : 2
    if (name.length >= least && find(sentence, name, latin, false) >= 0) found.add(name)
  }
  return found
}

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
  const character = text.slice(last, next).match(/^[^]?[\udc00-\udfff]?[\u0300-\u036f\u3099\u309a\uff9e\uff9fー]*/)[0]
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
  if (/[\udc00-\udfff\u3099\u309a\uff9e\uff9f]/.test(text[from] || "")) from++
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

// ---- Messages ----------------------------------------------------------------------------------

const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3
const FAILED = 4

function serve(scope) {
  let stock
  const setUp = async ({ config, docs }) => {
    const given = docs || []
    const fetched = await Promise.all((config.indexes || []).map(async (address) => {
      const answer = await fetch(address)
      if (!answer.ok) throw new Error(`${answer.status} ${address}`)
      return answer.json()
    }))
    return library([...given, ...fetched], config.guide || "")
  }
  scope.onmessage = async ({ data: { type, data } }) => {
    try {
      if (type === SETUP) {
        stock = setUp(data)
        await stock
        scope.postMessage({ type: READY })
      } else if (type === QUERY) {
        scope.postMessage({ type: RESULT, data: result(await stock, data) })
      }
    } catch (error) {
      scope.postMessage({ type: FAILED, data: String(error) })
    }
  }
}

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) serve(self)
