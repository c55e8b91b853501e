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
    spoken: latin && spelt.length > 4 ? hiragana(spelt) : "",
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
  if (!best && one.spoken && find(section.foldedText, one.spoken, false, true) >= 0) best = 12
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
  const typed = composed(query).split(/[\s、。,;!?「」『』()"]+/u).filter((part) => fold(part))
  if (!typed.length) return { hits: [], words: [] }
  const telling = typed.filter((part) => !EMPTY.has(fold(part)))
  const written = telling.length ? telling : typed
  const parts = written.map((part) => fold(part))
  for (const reword of REWORDINGS) {
    const reworded = parts.map(reword)
    if (reword !== REWORDINGS[0] && reworded.join(" ") === parts.join(" ")) continue
    const words = reworded.map((part, at) => word(part, stock, written[at]))
    const hits = matching(stock, words, reword === REWORDINGS[0] ? fold(query) : reworded.join(" "))
    if (hits.length) return filledUp({ hits, words }, stock, written)
  }
  return filledUp({ hits: [], words: [] }, stock, written)
}

// Where nothing holds every word, a sentence is cut at the names in it. Where the guide one is in (on the hub: all of
// them) has one hit or two, its nearest sections follow: of the cut sentence, then of one cut between hiragana only.
const LEAST = 3
function filledUp({ hits, words }, stock, written) {
  for (const byNames of [true, false]) {
    const own = hits.filter(({ section }) => section.home || !stock.guide)
    if (own.length >= LEAST || (hits.length && !own.length)) break
    const looser = loosen(stock, written, byNames)
    if (!hits.length) {
      ({ hits, words } = looser)
      if (!hits.length) break // a word that occurs nowhere finds nothing
      continue
    }
    const known = new Set(hits.map(({ section }) => section))
    const near = looser.hits.filter(({ section }) => (section.home || !stock.guide) && !known.has(section)).slice(0, LEAST - own.length)
    hits = [...own, ...near, ...hits.slice(own.length)]
    if (near.length) words = [...words, ...looser.words]
  }
  return { hits, words }
}

// An exact heading leads to its own section first. Of equal headings that of the guide one is in comes before those of
// other guides, as all its sections do; of pages of no guide only an exact heading does. Then a record's own comes before
// a page that says it in brief (glossary, first page), then the likelier by its names, then the order of the site.
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
    if (section.foldedTitle === whole) total += (section.brief ? 1000 : 2000) + (stock.guide && !section.guide ? HOME : 0)
    if (total) hits.push({ section, score: total + standing(section) })
  }
  return sorted(hits)
}

const HOME = 10000

// A guide's own sections before those of others, pages before their parts and before pages below, short titles first.
function standing(section) {
  return (section.home ? HOME : 0) + (section.first ? 2 : 0) - 2 * Math.max(section.deep - 3, 0) - (section.above && section.above.above ? 6 : 0) - Math.min(section.title.length, 60) / 20
}

const sorted = (hits) => hits.sort((one, other) => other.score - one.score || one.section.at - other.section.at)

// A single kanji before a particle is a noun (犬の登録); before anything else it is the stem of a verb (使いたい).
// What stands before it is taken along: Safari before 16.4 refuses a script with a lookbehind.
const LONE = /(?:^|[^\d\u3005\u3400-\u9fff])([\u3400-\u9fff])(?=の|が|を|に|は|で|と|も|や|へ|から|まで|って|$)/g

// How many, how old or when says nothing about what is looked for: 二十代の若者.
const AMOUNT = /^[一二三四五六七八九十百千万〇\d]+[代人名歳才回個件年月日時分]*$/

// Cut a sentence: what stands between hiragana, and names of sections that stand in it. Each of these must occur
// somewhere, and half of them in a section: 共催と後援の違い.
function loosen(stock, written, byNames) {
  const parts = new Set()
  for (const part of written) {
    for (const run of part.split(/[\u3041-\u3096 ]+/).map((cut) => fold(cut))) if (run.length > 1 && !EMPTY.has(run) && !AMOUNT.test(run)) parts.add(run)
    for (const [, noun] of part.matchAll(LONE)) if (!EMPTY.has(noun)) parts.add(noun)
    for (const name of byNames ? namesIn(stock, fold(part)) : []) parts.add(name)
  }
  // A part inside another says nothing more.
  const kept = [...parts].filter((part) => ![...parts].some((other) => other !== part && other.includes(part)))
  if (!kept.length || (kept.length === 1 && kept[0] === fold(written.join("")))) return { hits: [], words: [] }
  const words = kept.map((part) => word(part, stock))
  const scores = stock.sections.map((section) => words.map((one) => score(section, one)))
  // What few sections say tells more than what nearly all say: 相談 more than 協働.
  const weights = words.map((one, at) => {
    const among = scores.filter((own) => own[at]).length
    return among && one.plain.length * Math.log(1 + stock.sections.length / among)
  })
  if (weights.includes(0)) return { hits: [], words }
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const hits = []
  stock.sections.forEach((section, at) => {
    const sum = (value) => scores[at].reduce((sum, own, of) => sum + value(own) * weights[of], 0) / total
    const points = sum((own) => own) * sum(Math.sign) // how well the words are met, and how many
    if (Math.max(...scores[at]) > AROUND && scores[at].filter(Boolean).length * 2 >= words.length) hits.push({ section, score: points + standing(section) })
  })
  return { hits: sorted(hits), words }
}

// List every name of a section once, each with the titles it stands for; made when it is first needed.
function namesOf(stock) {
  if (stock.names) return stock.names
  stock.names = new Map()
  for (const section of stock.sections) {
    prepare(section, stock)
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

