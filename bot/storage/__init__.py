"""People's data: schema, migrations, and the stores that Rasa uses."""
