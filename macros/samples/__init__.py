"""Start a new guide: answers about a town become commented sample files of every kind, valid and building at once."""
