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
      const [address, pageTitle, guideId, brief] = index.pages[page]
      const location = id ? `${address}#${id}` : address
      const section = {
        location, title, text, pageTitle, guide: guideId, town: index.guides[guideId] || "",
        above: above < 0 ? null : own[above], brief, home: guide !== "" && guideId === guide, first: !id, deep: address.split("/").length, at: first + own.length,
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
  const parts = /[。？！?!]/.test(section.title) ? [] : section.title.split(/[（）()、]/).filter((part) => part.trim().length > 1)
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

