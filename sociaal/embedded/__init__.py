"""The servers of a clone: PostgreSQL and Valkey from wheels, when no others are given.

`provide` is what everything else calls. How it holds together: each process that uses a server holds a shared
lock on its `users.lock` for its life; the kernel frees it however the process ends. A detached guardian
started the server and stops it once it can take that lock for itself. So no note of who runs can be stale.
"""

from sociaal.embedded.providing import all_there, provide

__all__ = ["all_there", "provide"]
