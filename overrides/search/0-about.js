// The search worker: finds sections by substring, the same however a word is written.
//
// It speaks the messages of the theme's worker: 0 SETUP -> 1 READY, 2 QUERY -> 3 RESULT.
//   SETUP  {config: {guide, indexes: [address]}, docs: [index]}   what is not in docs is fetched
//   RESULT {items: [[{location, title, text, where, score, terms}]], suggest: [word]}   title and text are safe HTML
// It runs from a file or from a Blob; loaded into a page it only defines its functions, for tests.
// An index is written by macros/web/searchindex.py, which describes it.
"use strict"

