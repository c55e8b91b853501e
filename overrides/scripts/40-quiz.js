// The children's quiz: says whether the chosen answer is right. Without it the answers stand behind "see the answer".
for (const quiz of document.querySelectorAll("[data-k-quiz]")) {
  const button = quiz.querySelector("button")
  const verdict = quiz.querySelector("[role=status]")
  const answer = quiz.querySelector("details")
  button.hidden = false
  quiz.addEventListener("change", () => {
    verdict.textContent = ""
    delete quiz.dataset.state
  })
  quiz.addEventListener("submit", (event) => {
    event.preventDefault()
    const chosen = new FormData(quiz).get("choice")
    const right = chosen === quiz.dataset.answer
    quiz.dataset.state = !chosen ? "none" : right ? "right" : "wrong"
    verdict.textContent = quiz.dataset[quiz.dataset.state]
    if (right) answer.open = true
  })
}
