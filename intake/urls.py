"""Addresses of the way in: registration, inbox, conversation, fast track."""

from django.urls import path

from intake.views import help_request, inbox, registration

urlpatterns = [
    path("hulpvraag/nieuw/", registration.help_request_new, name="help_request_new"),
    path("hulpvraag/nieuw/zoeken/", registration.help_request_find, name="help_request_find"),
    path("hulpvraag/nieuw/inwoner/", registration.help_request_person, name="help_request_person"),
    path("hulpvraag/<int:pk>/vastgelegd/", registration.help_request_saved, name="help_request_saved"),
    path("hulpvraag/<int:pk>/", help_request.help_request, name="help_request"),
    path("hulpvragen/", inbox.inbox, name="inbox"),
]
