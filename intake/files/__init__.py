"""Files with many reports: read row by row, each row through its operation, what is refused kept with its
reason.

`reading` and `refused` know text only; `backlog` and `signals` know what a row means; `taking` does the rows,
for a command and for the worker.
"""
