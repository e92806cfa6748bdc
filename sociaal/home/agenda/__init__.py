"""The agenda that somebody's own calendar program reads: what is planned, and the days that count.

It leaves this program for a place we do not know, so nothing in it says who a resident is or what is going
on: the case number, what kind of moment it is, and a link to the case, which asks for sign-in. `rows` reads
the database, `items` says what a moment is, `feed` writes it down.
"""
