"""The laws the front office works under: what is collected, known and decided is said per law."""

from django.db.models import TextChoices


class Law(TextChoices):
    WMO = "wmo", "Wmo 2015"
    JEUGDWET = "jeugdwet", "Jeugdwet"
    PARTICIPATIEWET = "participatiewet", "Participatiewet"
    WGS = "wgs", "Wgs"
