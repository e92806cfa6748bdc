"""An event log of the system a municipality had before, as the baseline to compare with (*nulmeting*).

In the order of the work: `mapping` (which column is what) → `reading` (`lines` of the file to events, `times`
for their moments) → `tracing` (events to cases, with their `oddities`) → `figures`. Nothing here touches the
database; `operations.baseline` puts it together and stores the outcome.
"""
