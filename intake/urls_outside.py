"""Addresses for who is no colleague: the public page and the interface; and what is administered of it."""

from django.urls import include, path

from intake.views import public

urlpatterns = [
    path("melden/", public.report_start, name="report_start"),
    path("melden/ontvangen/<slug:reference>/", public.report_received, name="report_received"),
    path("melden/<slug:who>/", public.report_form, name="report_form"),
    path("api/v1/", include("intake.api.urls")),
]
