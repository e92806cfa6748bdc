"""Letters: their words as plain data (`text`), set as accessible PDF (`typesetting`), and what an e-mail
about one may say (`emails`). No database: the operations stand in `cases.operations.letters`.
"""
