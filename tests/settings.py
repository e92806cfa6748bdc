"""Settings of the tests: those of the product, on databases of their own.

pytest-django imports this first, in each process, so the servers are there before anything looks for them:
the given ones, else the clone's own.
"""

import os

from sociaal import embedded

embedded.provide(os.environ, make_secrets=True)

from sociaal.settings import *  # noqa: E402, F403
from sociaal.settings import CELERY_BROKER_TRANSPORT_OPTIONS, DATABASES, STORAGES  # noqa: E402

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"{os.getpid():x}")[:8]
"""Several people may test in one clone at once: whatever a run makes carries this name."""
TEST_PROCESS = f"{RUN}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"

# a role of the tests' own, or they would change the password of a real installation's on the same server
DATABASES["default"]["USER"] = f"test_{DATABASES['default']['USER']}"
DATABASES["default"]["OPTIONS"]["pool"] = False  # its threads outlive a test; it has a test of its own
CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"] = f"test:{TEST_PROCESS}:"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # static files without a folder of collected ones
SECURE = SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
