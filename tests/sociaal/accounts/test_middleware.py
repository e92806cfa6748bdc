"""What holds for every page."""

from django.urls import reverse


def test_a_page_of_a_signed_in_person_is_stored_nowhere(as_user, anna):
    answer = as_user(anna).get(reverse("mfa_index"))
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_every_page_asks_for_sign_in(client, db):
    for name in ("mfa_index", "administration", "access_log", "account_change_password"):
        assert client.get(reverse(name)).url.startswith(reverse("account_login"))


def test_the_screen_speaks_the_language_of_the_cookie_and_not_of_the_browser(client, settings, db):
    settings.LANGUAGE_CODE = "nl"
    dutch = client.get(reverse("account_login"), headers={"accept-language": "en"})
    assert dutch.headers["Content-Language"] == "nl"
    client.cookies["sociaal_language"] = "en"
    english = client.get(reverse("account_login"))
    assert english.headers["Content-Language"] == "en"
    assert '<html lang="en"' in english.content.decode()


def test_a_language_we_do_not_speak_is_ignored(client, settings, db):
    settings.LANGUAGE_CODE = "nl"
    client.cookies["sociaal_language"] = "xx"
    assert client.get(reverse("account_login")).headers["Content-Language"] == "nl"
