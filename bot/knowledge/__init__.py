"""The condition knowledge base: YAML in git is the source, a database is built from it."""
