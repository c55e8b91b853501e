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

// Voiced marks that some input methods give as signs of their own (ホ゛) belong to the kana before them.
const MARKS = { "\u309b": "\u3099", "\u309c": "\u309a" }
const composed = (text) => text.replace(/[\u309b\u309c]/g, (mark) => MARKS[mark]).normalize("NFKC")

// Fold a text; with *places* given, note there which character of the text each folded one comes from.
function fold(text, places) {
  if (places) return foldWithPlaces(text, places)
  return foldUnits(composed(text).toLowerCase(), null)
}

function foldWithPlaces(text, places) {
  let units = ""
  const origin = []
  // A character and the marks that follow it are normalized together: ﾄﾞ is one.
  for (const piece of text.matchAll(/[^]?[\udc00-\udfff]?[\u0300-\u036f\u3099-\u309c\uff9e\uff9f]*/g)) {
    for (const unit of composed(piece[0]).toLowerCase().split("")) {
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

