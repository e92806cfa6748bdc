"""Backup and restore of the whole database, as commands that are tried (`docs/operations.md`).

A backup is one file (`archive`): what `pg_dump` gave, and a manifest that says what a restore has to find. A
restore fills a new database beside the present one, looks whether everything is there, and only then swaps
names.
"""
