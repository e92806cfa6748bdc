"""Addresses of the way in: registration, inbox, conversation, fast track."""

from django.urls import path

from intake.views import conversations, fast_track, help_request, inbox, registration

urlpatterns = [
    path("hulpvraag/nieuw/", registration.help_request_new, name="help_request_new"),
    path("hulpvraag/nieuw/zoeken/", registration.help_request_find, name="help_request_find"),
    path("hulpvraag/nieuw/inwoner/", registration.help_request_person, name="help_request_person"),
    path("hulpvraag/<int:pk>/vastgelegd/", registration.help_request_saved, name="help_request_saved"),
    path("hulpvraag/<int:pk>/", help_request.help_request, name="help_request"),
    path("hulpvragen/", inbox.inbox, name="inbox"),
    path("casus/<slug:number>/gesprek/nieuw/", conversations.conversation_new, name="conversation_new"),
    path("casus/<slug:number>/gesprek/", conversations.case_conversation, name="case_conversation"),
    path("casus/<slug:number>/gesprekken/", conversations.case_conversations, name="case_conversations"),
    path("casus/<slug:number>/verkort/", fast_track.fast_track, name="fast_track"),
    path("gesprek/<int:pk>/", conversations.conversation, name="conversation"),
    path("gesprek/<int:pk>/verzetten/", conversations.conversation_plan, name="conversation_plan"),
]
