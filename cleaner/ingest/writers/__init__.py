"""One module a form of output.

Each has `write(rows, output, plan)`: all rows to the output, which is there whole or not at all.
"""
