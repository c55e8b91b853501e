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
// A syllable can be read in one way only (an n before a vowel begins one), so that long nonsense is refused as fast as a word.
const ROMAJI = /^(?:(?:[kgsztdnhbpmr]y?|[wy])?[aiueo]|n(?!y?[aiueo]))+(?:[kgsztdnhbpmrwy]y?)?$/
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

// Give the hiragana of folded romaji: yasato -> やさと.
const SPELT = new Map([...SYLLABLES].reverse().map(([kana, letters]) => [letters, kana]))
function hiragana(letters) {
  return letters.replace(/(?:[^aiueon]{1,2}|ny?)?[aiueo]|n/g, (syllable) => SPELT.get(syllable) ?? syllable)
}
