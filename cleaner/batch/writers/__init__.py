"""One module a form of output.

Each has `write(rows, delivery, columns)`: all rows to the output, which is there whole or not at
all.
"""
