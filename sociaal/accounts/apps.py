from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "sociaal.accounts"
    label = "accounts"
