"""One module a format of sources.

Each has `records(stream, name, fields)`: a Record for every page, in order, until the stream ends
or raises; a damaged stream raises only after all that could be read was given.
"""
