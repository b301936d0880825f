"""Django's settings, made from one typed environment. Reading them starts nothing: no database, no thread, no file."""

import secrets

from csp.constants import NONCE, NONE, SELF

from childmaintenance.accounts.configuration import emails as _emails
from childmaintenance.accounts.configuration import sign_in as _sign_in
from childmaintenance.config import environment as _environment
from childmaintenance.config.database.addresses import databases
from childmaintenance.config.places import LOCAL

ENVIRONMENT = _environment.read()
PRODUCTION, TEST, DEMO = ENVIRONMENT.is_production, ENVIRONMENT.is_test, ENVIRONMENT.is_demo
TOWN_CLOCK = DEMO and not TEST if ENVIRONMENT.town_clock is None else ENVIRONMENT.town_clock

DEBUG = False
SECRET_KEY = ENVIRONMENT.secret_key.get_secret_value() if ENVIRONMENT.secret_key else secrets.token_urlsafe(50)
ALLOWED_HOSTS = ENVIRONMENT.hosts or ["localhost", "127.0.0.1", "[::1]", "testserver"]

SITE_ADDRESS = ENVIRONMENT.site_address
SECURITY_CONTACT = ENVIRONMENT.security_contact
COST_OF_A_DAY_PENCE = ENVIRONMENT.cost_of_a_day_pence

# ---- Rooms, each an app ----------------------------------------------------------------------------------------------

ROOMS = [
    "foundation",
    "journeys",
    "ledger",
    "accounts",
    "guidance",
    "chat",
    "parties",
    "cases",
    "calculation",
    "collection",
    "correspondence",
    "privacy",
    "referrals",
    "statistics",
    "portals.public",
    "portals.guides",
    "portals.parents",
    "portals.firststep",
    "portals.casework",
    "portals.machines",
    "portals.developers",
    "portals.insight",
    "portals.calculator",
    "portals.arrangement",
    "portals.separation",
    "portals.leaflets",
    "portals.chat",
    *(["demo"] if DEMO else []),
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    *(f"childmaintenance.{room}" for room in ROOMS),
    "childmaintenance.config",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ---- Requests --------------------------------------------------------------------------------------------------------

ROOT_URLCONF = "childmaintenance.config.urls"
WSGI_APPLICATION = "childmaintenance.config.wsgi.application"
MIDDLEWARE = [
    "childmaintenance.foundation.logs.middleware.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "childmaintenance.privacy.middleware.Choices",
    "childmaintenance.statistics.counting.middleware.Counting",
    "childmaintenance.foundation.kept_pages.KeptPages",
    "childmaintenance.accounts.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "childmaintenance.foundation.nought_bytes.NoNoughtBytes",
    "childmaintenance.foundation.too_much.NotTooMuch",
]
APPEND_SLASH = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440  # bytes of a form; bank files come through the machines' door
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "childmaintenance.foundation.pages.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "childmaintenance.accounts.sessions.warning.session_warning",
                "childmaintenance.portals.public.banner.cookie_banner",
                "childmaintenance.portals.chat.offering.offering",
                "childmaintenance.privacy.collecting.why_we_ask",
                "childmaintenance.privacy.seeing.notice_changed",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

COMPILED_TEMPLATES = LOCAL / "templates"
FORM_RENDERER = "childmaintenance.foundation.forms.renderer.UpstreamMacros"

# ---- Database and jobs -----------------------------------------------------------------------------------------------

DATABASES = databases(ENVIRONMENT)
DATABASE_ROUTERS = ["childmaintenance.config.database.router.OneDatabase"]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_DATABASE_ALIAS = "default"

# ---- Language and time -----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
LOCALE_PATHS: list[str] = []  # each room has its own catalogue
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = PRODUCTION

# ---- Static files ----------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = LOCAL / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TEST
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = TEST
WHITENOISE_AUTOREFRESH = False
LEAFLET_FILES = LOCAL / "leaflets"
"""Leaflets as braille and sound, where somebody has had them made: ./run leaflet_files."""

# ---- Promises to browsers --------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
        "upgrade-insecure-requests": PRODUCTION,
    }
}
X_FRAME_OPTIONS = "DENY"
WIDGET_HOSTS = ENVIRONMENT.framers  # may frame one page, portals/separation/widget.py, and no other
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^health/"]  # asked for by the machine beside us, without https
SECURE_HSTS_SECONDS = 63_072_000 if PRODUCTION else 0  # two years
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
if ENVIRONMENT.trusted_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# ---- Signing in ------------------------------------------------------------------------------------------------------

globals().update(_sign_in(https=PRODUCTION, test=TEST, trusted_proxies=int(ENVIRONMENT.trusted_proxy)))
LETTERS_SENDER = ENVIRONMENT.letters_sender
CHAT_DESK = ENVIRONMENT.chat_desk
LETTERS_FONTS = ENVIRONMENT.letters_fonts
globals().update(_emails(ENVIRONMENT.email_url, folder=LOCAL / "emails", sender=ENVIRONMENT.email_from))

# ---- The world outside -----------------------------------------------------------------------------------------------

HMRC_URL = ENVIRONMENT.hmrc_url
HMRC_TIMEOUT_SECONDS = ENVIRONMENT.hmrc_timeout_seconds
HMRC_CLIENT_ID = ENVIRONMENT.hmrc_client_id
HMRC_CLIENT_SECRET = (
    ENVIRONMENT.hmrc_client_secret.get_secret_value() if ENVIRONMENT.hmrc_client_secret else "the stand-in's"
)
HMRC_WAITS = ENVIRONMENT.hmrc_waits
BANK_FOLDER = ENVIRONMENT.bank_folder or str(LOCAL / "bank")
CLIENT_ACCOUNT_NAME = ENVIRONMENT.client_account_name
CLIENT_SORT_CODE = ENVIRONMENT.client_sort_code
CLIENT_ACCOUNT_NUMBER = ENVIRONMENT.client_account_number

# ---- Logs ------------------------------------------------------------------------------------------------------------

LOGGING_CONFIG = "childmaintenance.foundation.logs.setting_up.configure"
LOGGING = {
    "level": ENVIRONMENT.log_level,
    "json": (ENVIRONMENT.log_format or ("json" if PRODUCTION else "text")) == "json",
}
