"""What the web server calls. The environment is complete here: see `sociaal.settings`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sociaal.settings")

application = get_wsgi_application()
