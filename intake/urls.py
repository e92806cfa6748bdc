"""Addresses of the way in: registration, inbox, conversation, fast track."""

from django.urls import path

from intake.views import (
    concerning,
    conversation,
    conversation_report,
    discarding,
    drafts,
    fast_track,
    help_request,
    inbox,
    meldcode,
    own_plan,
    planning,
    question,
    questions,
    registered,
    registration,
    registration_parts,
    together,
)

urlpatterns = [
    path("hulpvraag/nieuw/", registration.help_request_new, name="help_request_new"),
    path("hulpvraag/nieuw/zoeken/", registration_parts.help_request_find, name="help_request_find"),
    path("hulpvraag/nieuw/inwoner/", registration_parts.help_request_person, name="help_request_person"),
    path("hulpvraag/nieuw/termijn/", registration_parts.help_request_term, name="help_request_term"),
    path("hulpvraag/nieuw/lijkt-op/", registration_parts.help_request_alike, name="help_request_alike"),
    path("hulpvraag/<int:pk>/vastgelegd/", registered.help_request_saved, name="help_request_saved"),
    path("hulpvraag/<int:pk>/", help_request.help_request, name="help_request"),
    path("hulpvragen/", inbox.inbox, name="inbox"),
    path("hulpvragen/wegleggen/", discarding.inbox_discard, name="inbox_discard"),
    path("casus/<slug:number>/gesprek/nieuw/", planning.conversation_new, name="conversation_new"),
    path("casus/<slug:number>/gesprek/", planning.case_conversation, name="case_conversation"),
    path("casus/<slug:number>/gesprekken/", planning.case_conversations, name="case_conversations"),
    path("casus/<slug:number>/verkort/", fast_track.fast_track, name="fast_track"),
    path("casus/<slug:number>/meldcode/", meldcode.meldcode, name="meldcode"),
    path("casus/<slug:number>/meldcode/deel/", meldcode.meldcode_panel, name="meldcode_panel"),
    path("casus/<slug:number>/meldcode/beginnen/", meldcode.meldcode_open, name="meldcode_open"),
    path("casus/<slug:number>/meldcode/stap/<slug:kind>/", meldcode.meldcode_step, name="meldcode_step"),
    path(
        "casus/<slug:number>/meldcode/<int:pk>/vervolg/",
        meldcode.meldcode_afterwards,
        name="meldcode_afterwards",
    ),
    path("casus/<slug:number>/eigen-plan/", own_plan.own_plan, name="own_plan"),
    path("gesprek/<int:pk>/", conversation.conversation, name="conversation"),
    path("gesprek/<int:pk>/betreft/", concerning.conversation_people, name="conversation_people"),
    path("inwoner/<int:pk>/gesprekken/", concerning.resident_conversations, name="resident_conversations"),
    path("gesprek/<int:pk>/wijzigingen/", together.conversation_changes, name="conversation_changes"),
    path("gesprek/<int:pk>/verslag/", conversation_report.conversation_report, name="conversation_report"),
    path(
        "gesprek/<int:pk>/verslag/voorbeeld/",
        conversation_report.conversation_report_preview,
        name="conversation_report_preview",
    ),
    path(
        "gesprek/<int:pk>/verslag/pdf/",
        conversation_report.conversation_report_pdf,
        name="conversation_report_pdf",
    ),
    path(
        "gesprek/<int:pk>/verslag/opmerkingen/",
        conversation_report.conversation_report_remarks,
        name="conversation_report_remarks",
    ),
    path("concepten/", drafts.draft_list, name="drafts"),
    path("concepten/bewaren/", drafts.draft_keep, name="draft_keep"),
    path("concepten/sleutel/", drafts.draft_key, name="draft_key"),
    path("concepten/hier/", drafts.draft_offer, name="draft_offer"),
    path("concepten/<slug:key>/inhoud/", drafts.draft_fields, name="draft_fields"),
    path("concepten/<slug:key>/weggooien/", drafts.draft_discard, name="draft_discard"),
    path("beheer/vragen/", questions.questions, name="questions"),
    path("beheer/vragen/nieuw/", questions.question_set_new, name="question_set_new"),
    path("beheer/vragen/<int:version>/", questions.question_set, name="question_set"),
    path(
        "beheer/vragen/<int:version>/voorbeeld/", questions.question_set_preview, name="question_set_preview"
    ),
    path(
        "beheer/vragen/<int:version>/gebruiken/", questions.question_set_publish, name="question_set_publish"
    ),
    path(
        "beheer/vragen/<int:version>/weggooien/", questions.question_set_discard, name="question_set_discard"
    ),
    path("beheer/vragen/<int:version>/<slug:domain>/alle/", question.question_domain, name="question_domain"),
    path("beheer/vragen/<int:version>/<slug:domain>/nieuw/", question.question_add, name="question_add"),
    path(
        "beheer/vragen/<int:version>/<slug:domain>/<int:pk>/",
        question.question_change,
        name="question_change",
    ),
    path(
        "beheer/vragen/<int:version>/<slug:domain>/<int:pk>/plaats/",
        question.question_move,
        name="question_move",
    ),
    path(
        "beheer/vragen/<int:version>/<slug:domain>/<int:pk>/weg/",
        question.question_remove,
        name="question_remove",
    ),
    path("gesprek/<int:pk>/verzetten/", planning.conversation_plan, name="conversation_plan"),
]
