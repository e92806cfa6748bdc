"""Signing in with a password and, where it is on, a code; being kept out; signing out."""

import time
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from sociaal.accounts.models import StartPassword
from sociaal.accounts.operations.start_password import give_start_password
from sociaal.audit.models import Entry
from tests.sociaal.accounts.conftest import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(client, email="anna@voorbeeldstad.example", password=PASSWORD):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def code(secret, at=None):
    return format_hotp_value(hotp_value(secret, int(at or time.time()) // 30))


def signed_in(client):
    return "_auth_user_id" in client.session


def test_with_address_and_password_one_comes_in(client, anna):
    assert sign_in(client).url == "/"
    assert signed_in(client)
    line = Entry.objects.get(kind="sign_in")
    assert (line.action, line.actor, line.codes) == ("sign_in", anna, {"ip": "127.0.0.1"})


def test_capitals_in_the_address_do_not_matter(client, anna):
    sign_in(client, email="Anna@Voorbeeldstad.EXAMPLE")
    assert signed_in(client)


def test_sign_in_leads_to_the_page_that_was_asked(client, gijs):
    gijs.set_password(PASSWORD)
    gijs.save()
    first = client.get(reverse("access_log"))
    assert first.url == f"{reverse('account_login')}?next={reverse('access_log')}"
    answer = client.get(first.url)
    assert b'name="next" value="/logboek/"' in answer.content
    data = {"login": gijs.email, "password": PASSWORD, "next": reverse("access_log")}
    assert client.post(reverse("account_login"), data).url == reverse("access_log")


@pytest.mark.parametrize("email", ["anna@voorbeeldstad.example", "nobody@voorbeeldstad.example"])
def test_a_wrong_password_and_an_unknown_address_get_one_answer(client, anna, email):
    answer = sign_in(client, email=email, password="wrong-wrong-wrong")
    assert "This e-mail address and password do not belong together." in answer.content.decode()
    assert not signed_in(client)
    line = Entry.objects.get(kind="refused")
    assert line.actor is None
    assert line.object_id == (anna.pk if email == anna.email else None)
    assert line.codes == {"reason": "password", "ip": "127.0.0.1"}


def test_after_five_wrong_passwords_the_right_one_waits_too(client, anna):
    for _attempt in range(5):
        sign_in(client, password="wrong-wrong-wrong")
    answer = sign_in(client)
    assert "Wait five minutes" in answer.content.decode()
    assert not signed_in(client)
    assert Entry.objects.filter(kind="refused", codes__reason="throttled", object_id=anna.pk).count() == 1


def test_after_five_minutes_one_may_try_again(client, anna):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _attempt in range(5):
            sign_in(client, password="wrong-wrong-wrong")
        clock.shift(timedelta(minutes=5, seconds=1))
        sign_in(client)
    assert signed_in(client)


def test_wrong_passwords_of_one_keep_nobody_else_out(client, anna, fatma):
    fatma.set_password(PASSWORD)
    fatma.save()
    for _attempt in range(6):
        sign_in(client, password="wrong-wrong-wrong")
    sign_in(client, email=fatma.email)
    assert signed_in(client)


def test_one_address_that_keeps_failing_is_slowed_whatever_accounts_it_tries(client, anna, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "3/5m/ip,5/5m/key"}
    for number in range(3):
        sign_in(client, email=f"guess{number}@voorbeeldstad.example")
    assert "Wait five minutes" in sign_in(client).content.decode()


def test_too_many_requests_get_a_kind_page(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    sign_in(client)
    answer = sign_in(client)
    assert answer.status_code == 429
    assert "Try again in a few minutes" in answer.content.decode()


def test_a_closed_account_hears_that_it_is_closed(client, anna):
    anna.is_active = False
    anna.save()
    answer = client.get(sign_in(client).url)
    assert "This account is closed" in answer.content.decode()
    assert not signed_in(client)


def test_an_open_session_ends_when_its_account_is_closed(as_user, anna):
    client = as_user(anna)
    anna.is_active = False
    anna.save()
    assert client.get(reverse("mfa_index")).url.startswith(reverse("account_login"))


def test_a_start_password_opens_only_the_page_to_choose_another(client, fatma, anna):
    password = give_start_password(user=anna, by=fatma, now=timezone.now())
    sign_in(client, password=password)
    assert client.get(reverse("mfa_index")).url == reverse("account_change_password")
    assert "start password" in client.get(reverse("account_change_password")).content.decode()
    own = {"oldpassword": password, "password1": PASSWORD, "password2": PASSWORD}
    assert client.post(reverse("account_change_password"), own).status_code == 302
    assert client.get(reverse("mfa_index")).status_code == 200
    assert not StartPassword.objects.exists()
    assert Entry.objects.get(action="password_changed").actor == anna


def test_a_start_password_that_is_too_old_opens_nothing(client, fatma, anna):
    password = give_start_password(user=anna, by=fatma, now=timezone.now() - timedelta(days=8))
    answer = sign_in(client, password=password)
    assert not signed_in(client)
    assert "start password is too old" in client.get(answer.url).content.decode()
    assert Entry.objects.filter(kind="refused", codes__reason="start_password_expired").count() == 1


@pytest.mark.parametrize("password", ["short", "qwerty123456", "anna@voorbeeldstad.example", "111222tianya"])
def test_a_weak_password_is_not_taken(as_user, anna, password):
    data = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    answer = as_user(anna).post(reverse("account_change_password"), data)
    assert answer.context["form"].errors["password1"]


def test_who_has_no_password_cannot_change_it(as_user, anna):
    anna.set_unusable_password()
    anna.save()
    assert as_user(anna).get(reverse("account_change_password")).status_code == 409


def test_the_second_step_asks_for_the_code(client, anna):
    TOTP.activate(anna, SECRET)
    assert sign_in(client).url == reverse("mfa_authenticate")
    assert not signed_in(client)
    assert client.get(reverse("mfa_authenticate")).status_code == 200
    client.post(reverse("mfa_authenticate"), {"code": code(SECRET)})
    assert signed_in(client)


def test_a_wrong_code_does_not_open_and_is_logged(client, anna):
    TOTP.activate(anna, SECRET)
    sign_in(client)
    wrong = f"{(int(code(SECRET)) + 1) % 1_000_000:06}"
    client.post(reverse("mfa_authenticate"), {"code": wrong if wrong != code(SECRET) else "000000"})
    assert not signed_in(client)
    assert Entry.objects.get(kind="refused").codes["reason"] == "two_step_code"


def test_codes_cannot_be_guessed_on_and_on(client, anna):
    TOTP.activate(anna, SECRET)
    sign_in(client)
    for _attempt in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "abcdef"})
    answer = client.post(reverse("mfa_authenticate"), {"code": code(SECRET)})
    assert "Wait five minutes" in answer.content.decode()
    assert not signed_in(client)


def test_halfway_one_can_go_back_and_sign_in_as_someone_else(client, anna):
    TOTP.activate(anna, SECRET)
    sign_in(client)
    assert client.post(reverse("account_logout")).url == reverse("account_login")
    assert client.get(reverse("account_login")).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_two_step_verification_from_on_to_off(client, anna):
    sign_in(client)
    assert client.get(reverse("mfa_activate_totp")).url.startswith(reverse("account_reauthenticate"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    answer = client.post(reverse("mfa_activate_totp"), {"code": code(secret)}, follow=True)
    assert "10 codes are left" in answer.content.decode()
    assert secret not in str(Authenticator.objects.get(type="totp").data)
    recovery = answer.context["unused_codes"][0]
    assert recovery in client.get(reverse("mfa_download_recovery_codes")).content.decode()
    assert "password and a code" in client.get(reverse("mfa_index")).content.decode()

    client.post(reverse("account_logout"))
    sign_in(client)
    client.post(reverse("mfa_authenticate"), {"code": recovery})
    assert signed_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 200
    client.post(reverse("mfa_generate_recovery_codes"))
    assert client.get(reverse("mfa_deactivate_totp")).status_code == 200
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()
    actions = set(Entry.objects.filter(kind="write").values_list("action", flat=True))
    assert {"two_step_on", "recovery_codes_renewed", "two_step_off"} <= actions


def test_one_can_confirm_with_the_code_instead(client, anna):
    TOTP.activate(anna, SECRET)
    sign_in(client)
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        client.post(reverse("mfa_authenticate"), {"code": code(SECRET, time.time())})
    with time_machine.travel(timezone.now() + timedelta(minutes=4), tick=False):
        page = client.get(reverse("account_reauthenticate")).content.decode()
        assert "Use the code of your app" in page
        assert client.get(reverse("mfa_reauthenticate")).status_code == 200
        client.post(reverse("mfa_reauthenticate"), {"code": code(SECRET, time.time())})
        assert client.get(reverse("mfa_deactivate_totp")).status_code == 200


def test_sign_out_asks_first_and_then_wipes_the_browser(as_user, anna):
    client = as_user(anna)
    assert "Do you want to sign out?" in client.get(reverse("account_logout")).content.decode()
    answer = client.post(reverse("account_logout"))
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not signed_in(client)
    assert Entry.objects.get(action="sign_out").actor == anna


@pytest.mark.parametrize(
    "name", ["account_signup", "account_email", "account_reset_password", "mfa_list_webauthn"]
)
def test_pages_of_the_sign_in_package_that_we_did_not_draw_do_not_exist(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_the_sign_in_page_says_whom_to_ask(client, settings):
    settings.DEMO = False
    page = client.get(reverse("account_login")).content.decode()
    assert "Ask the functional administrator" in page
    assert reverse("demo") not in page
    assert "placeholder" not in page


def test_the_language_is_remembered_and_one_stays_on_the_page(client):
    answer = client.post(reverse("set_language"), {"language": "nl", "next": "/account/inloggen/"})
    assert answer.url == "/account/inloggen/"
    assert client.cookies["sociaal_language"].value == "nl"


def test_another_site_cannot_be_the_page_one_stays_on(client):
    answer = client.post(reverse("set_language"), {"language": "nl", "next": "https://evil.example/"})
    assert answer.url == "/"


def test_the_language_changes_by_post_only(client):
    assert client.get(reverse("set_language")).status_code == 405
