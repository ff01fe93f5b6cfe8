"""From facts to a level, likely conditions and the next question. Pure functions over frozen values."""
