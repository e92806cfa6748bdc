from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "sociaal.accounts"
    label = "accounts"

    def ready(self) -> None:
        from sociaal.accounts import sign_in_log

        sign_in_log.connect()
