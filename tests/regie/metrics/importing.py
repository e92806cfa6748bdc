"""Run the import as from the command line, and see what it left."""

import io

from django.core.management import call_command

from regie.metrics.models import Baseline, BaselineCase, BaselineRoute
from sociaal.audit.models import Entry


def run(log, mapping, *options):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_event_log", str(log), "--mapping", str(mapping), *options, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def nothing_stored():
    stored = (Baseline, BaselineCase, BaselineRoute, Entry)
    return not any(model.objects.exists() for model in stored)
