"""Turn the model into a site; the only room that knows MkDocs."""
