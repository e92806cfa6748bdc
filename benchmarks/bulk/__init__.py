"""A municipality of any size in minutes: by COPY, not by operations: docs/decisions/0023."""
