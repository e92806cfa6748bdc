"""All settings, read from the environment. A missing variable stops the start with its name.

`manage.py`, the supervisor and the tests fill in what is not given (DATABASE_URL, DATABASE_APP_URL, REDIS_URL
and the secrets) through `sociaal.embedded.provide`; a production server gives them itself.
"""

from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()

# --- what this installation is ----------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", False)
DEMO = env.bool("DEMO", False)
"""Voorbeeldstad and the one-click sign-in of its cast. Never on with residents' data."""
MUNICIPALITY = env.str("MUNICIPALITY", "Voorbeeldstad")
MUNICIPALITY_PHONE = env.str("MUNICIPALITY_PHONE", "0900 000 0000")
"""The number that residents may call: on the public pages and in what we send them."""
FRONT_OFFICE_TEAM = env.str("FRONT_OFFICE_TEAM", "")
"""Name of the team that gets reports from an address in no team's neighbourhood; else the first team."""
SECRET_KEY = env.str("SECRET_KEY")
FIELD_KEYS: list[str] = env.list("FIELD_KEYS")
"""Fernet keys for fields encrypted at rest, newest first; older ones still decrypt."""
HASH_KEY = env.str("HASH_KEY")
"""Key of the keyed hash that finds a BSN without decrypting any."""
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
SECURE = env.bool("SECURE", not (DEBUG or DEMO))
"""Behind HTTPS: cookies only over HTTPS, redirects and HSTS on."""
OWN_TEAM_READS = env.bool("OWN_TEAM_READS", True)
"""Colleagues of one team read each other's files, without the categories youth and safety, and justice."""
HANDOVER_ANSWER_DAYS = env.int("HANDOVER_ANSWER_DAYS", 3)
"""Working days in which a colleague answers a handover, unless who asks chooses another day."""

# --- apps, from the ground up -----------------------------------------------------------------------------
INSTALLED_APPS = [
    "sociaal",
    "sociaal.outbox",
    "sociaal.audit",
    "sociaal.accounts",
    "cases",
    "intake",
    "regie.coordination",
    "regie.metrics",
    "regie.board",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sociaal.accounts.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # closed, unless a view says login_not_required
    "sociaal.accounts.middleware.SignedInMiddleware",
    "sociaal.home.middleware.RefusalMiddleware",
    "sociaal.audit.middleware.ReadLogMiddleware",  # innermost: hears of a refusal before it becomes a page
]

ROOT_URLCONF = "sociaal.urls"
WSGI_APPLICATION = "sociaal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sociaal.home.context.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "sociaal.core.templatetags.ui",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- database: two roles, one engine ----------------------------------------------------------------------
# `default` is the role `app` of every process; `owner` migrates (and empties tables in tests). A process that
# never migrates gets no DATABASE_URL and so has no owner's password.
# A worker's process forks and runs one task at a time: DATABASE_POOL_SIZE=0 gives it a plain connection.
_POOL_SIZE = env.int("DATABASE_POOL_SIZE", 8)
_POOL = {"min_size": 1, "max_size": _POOL_SIZE, "timeout": 10} if _POOL_SIZE else False
_SESSION = "-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
DATABASES = {"default": dj_database_url.parse(env.str("DATABASE_APP_URL"))}
DATABASES["default"]["OPTIONS"] = {"pool": _POOL, "options": f"{_SESSION} -c statement_timeout=60s"}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # a restarted database costs nobody an error page
if env.str("DATABASE_URL", ""):
    DATABASES["owner"] = dj_database_url.parse(env.str("DATABASE_URL"))
DATABASE_ROUTERS = ["sociaal.core.database.OwnerMigrates"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- cache, background work -------------------------------------------------------------------------------
# The cache holds only the counters that throttle sign-in: in the database, so that they are one for all
# processes and do not depend on the broker. Room for many: when it is full Django throws away a third of what
# still counts, and who guesses passwords of hundreds of accounts would start anew with each.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_throttle",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
CELERY_BROKER_URL = env.str("REDIS_URL")
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 25 * 60
CELERY_TASK_SOFT_TIME_LIMIT = 24 * 60
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CONCURRENCY = env.int("WORKER_PROCESSES", 1)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,  # more than twice the hard time limit, else a long task is delivered twice
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    "socket_keepalive": True,
}
CELERY_TIMEZONE = "Europe/Amsterdam"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# --- letters and e-mail -----------------------------------------------------------------------------------
MUNICIPALITY_ADDRESS = env.str("MUNICIPALITY_ADDRESS", "Postbus 1, 9999 AA Voorbeeldstad")
"""Where a letter that does not arrive goes back to, on one line."""
EMAIL_HOST = env.str("EMAIL_HOST", "") or "localhost"
EMAIL_PORT = env.int("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", True)
EMAIL_TIMEOUT = 10
_FROM = f"Gemeente {MUNICIPALITY} <niet-antwoorden@voorbeeldstad.example>"
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", "") or _FROM
EMAIL_FILE_PATH = env.str("MAIL_DIR", str(BASE_DIR / "var" / "mail"))
"""Where a demonstration or a developer's clone without a mail server puts its e-mails."""
_HAS_MAIL_SERVER = bool(env.str("EMAIL_HOST", ""))
_TO_FILES = (DEBUG or DEMO) and not _HAS_MAIL_SERVER
EMAIL_BACKEND = f"django.core.mail.backends.{'filebased' if _TO_FILES else 'smtp'}.EmailBackend"
CAN_EMAIL = _HAS_MAIL_SERVER or _TO_FILES
"""Without a mail server nobody is offered an e-mail."""

# --- who signs in -----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "sociaal.accounts.adapter.StaffOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "sociaal.accounts.forms.signing_in.SignInForm",
    "change_password": "sociaal.accounts.forms.signing_in.ChoosePasswordForm",
    "reauthenticate": "sociaal.accounts.forms.signing_in.ConfirmPasswordForm",
}
# a whole town hall comes from one address: the limit per address is for machines, per account for guessing
ACCOUNT_RATE_LIMITS = {"login_failed": "50/5m/ip,5/5m/key", "login": "300/m/ip"}
START_PASSWORD_DAYS = 7
"""How long a password that an administrator gave opens the page to choose an own one."""
MFA_ADAPTER = "sociaal.accounts.adapter.EncryptedSecrets"
MFA_FORMS = {
    "authenticate": "sociaal.accounts.forms.signing_in.CodeForm",
    "reauthenticate": "sociaal.accounts.forms.signing_in.ConfirmCodeForm",
    "activate_totp": "sociaal.accounts.forms.signing_in.ActivateCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Sociaal"
SESSION_COOKIE_AGE = 9 * 3600
SESSION_COOKIE_NAME = "sociaal_session"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "sociaal_csrf"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# --- what a browser may do --------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "report-uri": "/csp-report",
    }
}
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "sociaal.home.views.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)  # else everyone shares the proxy's address, and its throttle
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]

# --- language, time, files --------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "sociaal_language"
LOCALE_PATHS = [BASE_DIR / "locale"]
if env.str("MUNICIPALITY_LOCALE", ""):
    LOCALE_PATHS.insert(0, Path(env.str("MUNICIPALITY_LOCALE")))  # a municipality's own words win
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / "var" / "static")))
STATICFILES_DIRS = [BASE_DIR / "static", *([d] if (d := BASE_DIR / "var" / "npm").is_dir() else [])]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_HANDLERS = ["sociaal.core.uploads.BoundedUploads"]
MAX_UPLOAD_BYTES = env.int("MAX_UPLOAD_MB", 25) * 1024 * 1024
"""The largest file that anybody may send us; of a larger one nothing is kept."""
VIRUS_SCANNER = env.str("VIRUS_SCANNER", "")
"""`host:port` of a clamd, or `none`; see `sociaal.core.virus_scan`. Without it no document can be added."""
THEME_CSS = env.str("THEME_CSS", "theme/voorbeeld.css")
"""Static path of the one CSS file with the municipality's own design tokens."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "filters": {"no_secrets": {"()": "sociaal.core.log_lines.NoSecrets"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_secrets"]}
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
}
