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
