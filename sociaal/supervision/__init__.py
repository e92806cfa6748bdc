"""`make run`: sets a clone up and keeps web server, worker and beat running, until it is told to stop.

On a municipality's own servers the services are started by their own means (see the compose file); this
package is for a clone on one machine. It needs no settings: each service reads those itself.
"""
