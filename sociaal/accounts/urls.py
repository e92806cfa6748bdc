"""Addresses of sign-in, administration and the access log.

Of allauth only the pages that we use and drew ourselves; they keep allauth's names, by which it finds them.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path

from sociaal.accounts.views import access_log, administration, demo, saved_lists, sign_in, users

urlpatterns = [
    path("account/inloggen/", account.login, name="account_login"),
    path("account/uitloggen/", sign_in.sign_out, name="account_logout"),
    path("account/gesloten/", account.account_inactive, name="account_inactive"),
    path("account/bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path("account/wachtwoord/", sign_in.choose_password, name="account_change_password"),
    path("account/taal/", sign_in.set_language, name="set_language"),
    path("account/tweestaps/", mfa.index, name="mfa_index"),
    path("account/tweestaps/code/", mfa.authenticate, name="mfa_authenticate"),
    path("account/tweestaps/bevestigen/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("account/tweestaps/aan/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/tweestaps/uit/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/herstelcodes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "account/herstelcodes/nieuw/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/herstelcodes/bestand/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("lijst/<slug:page>/bewaren/", saved_lists.saved_list_new, name="saved_list_new"),
    path("lijst/<int:pk>/weg/", saved_lists.saved_list_remove, name="saved_list_remove"),
    path("demo/", demo.demo, name="demo"),
    path("demo/<slug:who>/", demo.demo_sign_in, name="demo_sign_in"),
    path("beheer/", administration.administration, name="administration"),
    path("beheer/teams/", administration.team_list, name="administration_teams"),
    path("beheer/teams/nieuw/", administration.team_add, name="administration_team_add"),
    path("beheer/teams/<int:pk>/", administration.team_edit, name="administration_team"),
    path("beheer/medewerkers/", users.user_list, name="administration_users"),
    path("beheer/medewerkers/nieuw/", users.user_add, name="administration_user_add"),
    path("beheer/medewerkers/<int:pk>/", users.user_edit, name="administration_user"),
    path("beheer/medewerkers/<int:pk>/sluiten/", users.user_deactivate, name="administration_user_close"),
    path("beheer/medewerkers/<int:pk>/openen/", users.user_reactivate, name="administration_user_open"),
    path(
        "beheer/medewerkers/<int:pk>/startwachtwoord/",
        users.user_start_password,
        name="administration_user_start_password",
    ),
    path(
        "beheer/medewerkers/<int:pk>/tweestaps/",
        users.user_two_step_reset,
        name="administration_user_two_step",
    ),
    path("logboek/", access_log.access_log, name="access_log"),
]
