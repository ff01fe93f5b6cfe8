"""Checks of a base that need what works with it: the reasoning, the advice, the reader.

`bot.knowledge.check` looks at what stands in the files; here the base is put to use.
"""
