"""Every setting that comes from outside, in one typed place. docs/handbook/running.md says what each is for."""

import os
import re
from enum import StrEnum
from functools import cached_property
from typing import Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from childmaintenance.config.places import ROOT

ORIGIN = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:(\d{1,5}|\*))?")


class Mode(StrEnum):
    """What this process is part of."""

    DEMO = "demo"  # the town of invented families, on this machine
    TEST = "test"
    PRODUCTION = "production"


class Environment(BaseSettings):
    """Read from environment variables named OCM_..., then from .env. An unknown or badly formed value stops the start."""

    model_config = SettingsConfigDict(env_prefix="OCM_", env_file=ROOT / ".env", extra="ignore", env_ignore_empty=True)

    mode: Mode | None = None
    secret_key: SecretStr | None = None
    allowed_hosts: str = ""
    """Names this service answers to, with commas between."""
    trusted_proxy: bool = False
    """Whether a proxy in front sets X-Forwarded-Proto and X-Forwarded-For, and removes what a browser sends."""

    database_url: SecretStr | None = Field(default=None, validation_alias="DATABASE_URL")
    """The application's own role: neither owner of the tables nor superuser."""
    database_owner_url: SecretStr | None = Field(default=None, validation_alias="DATABASE_OWNER_URL")
    """The role that owns the tables; only migrations need it."""
    database_name: str = "town"
    """The database inside the embedded PostgreSQL; used where DATABASE_URL is not given."""
    database_connections: int = Field(default=8, ge=2, le=100)
    """Most connections one process keeps open."""

    town_clock: bool | None = None
    """Whether the day comes from the town's own calendar. Only in the demo."""
    port: int = Field(default=8000, ge=1, le=65535)
    hmrc_url: str = ""
    """Where HMRC's income service answers; the demo and the tests start a stand-in."""
    hmrc_timeout_seconds: float = Field(default=5.0, gt=0, le=60)
    hmrc_client_id: str = "child-maintenance"
    hmrc_client_secret: SecretStr | None = None
    hmrc_waits: list[int] = Field(default=[30, 120, 600, 3600], max_length=10)
    """Seconds before each further question, when HMRC is silent or wrong; then a person finds the income. JSON."""
    bank_folder: str = ""
    """Where bank files are exchanged with the bank, or with its stand-in."""
    client_account_name: str = "Open Child Maintenance client account"
    client_sort_code: str = Field(default="000001", pattern="^[0-9]{6}$")
    client_account_number: str = Field(default="00000042", pattern="^[0-9]{8}$")
    """Our account, that parents pay to and payouts leave from; the default is the stand-in bank's and nobody else's."""
    email_url: SecretStr | None = None
    """The mail server for sign-in codes and links: smtp+tls://user:password@host:587. Elsewhere e-mails become files."""
    email_from: str = "OCM <no-reply@localhost>"
    letters_sender: str = ""
    """A file like correspondence/sender.toml: the phones and hours that letters end with. Empty: invented ones."""
    chat_desk: str = ""
    """A file like chat/desk.toml: when somebody answers chats, and how much of everything. Empty: that file itself."""
    letters_fonts: str = ""
    """A folder with more fonts, for names in alphabets that the fonts of the letters do not have."""
    cost_of_a_day_pence: int = Field(default=0, ge=0)
    """What running the service costs a day, for the performance page; 0 says nothing."""
    widget_hosts: str = ""
    """Sites that may show the list of who can help in a frame: origins such as https://www.example.org, commas between."""
    security_contact: str = Field(default="", pattern="^(mailto:.+@.+|https://.+|tel:.+|)$")
    """Where somebody who has found a weakness should write: mailto:, https: or tel: and the rest; for security.txt."""
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    log_format: str = Field(default="", pattern="^(json|text|)$")

    @field_validator("database_url", "database_owner_url")
    @classmethod
    def is_postgresql(cls, url: SecretStr | None) -> SecretStr | None:
        """Only PostgreSQL keeps the ledger's promises."""
        if url and not url.get_secret_value().startswith(("postgresql://", "postgres://")):
            raise ValueError("must begin with postgresql://")
        return url

    @field_validator("widget_hosts")
    @classmethod
    def are_origins(cls, origins: str) -> str:
        """They go into a header that browsers obey: nothing but origins."""
        for origin in filter(None, map(str.strip, origins.split(","))):
            if not ORIGIN.fullmatch(origin):
                raise ValueError(f"{origin} is no origin such as https://www.example.org")
        return origins

    @model_validator(mode="after")
    def is_whole(self) -> Self:
        """Refuse a mixture that would run, but not as anybody meant."""
        if self.database_url and self.mode is not Mode.PRODUCTION:
            raise ValueError(
                "DATABASE_URL is set: say OCM_MODE=production. The demo's doors are open, and never to your server"
            )
        if self.mode is Mode.PRODUCTION:
            wanting = [
                name
                for name, value in (
                    ("OCM_SECRET_KEY", self.secret_key),
                    ("OCM_ALLOWED_HOSTS", self.allowed_hosts),
                    ("OCM_EMAIL_URL", self.email_url),
                    ("DATABASE_URL", self.database_url),
                    ("OCM_HMRC_CLIENT_SECRET", self.hmrc_client_secret or not self.hmrc_url),
                    ("OCM_CLIENT_SORT_CODE", self.client_sort_code != "000001"),
                )
                if not value
            ]
            if wanting:
                raise ValueError(f"production needs {', '.join(wanting)}")
            if self.secret_key and len(self.secret_key.get_secret_value()) < 50:
                raise ValueError("OCM_SECRET_KEY must have at least 50 characters")
            if self.town_clock:
                raise ValueError("OCM_TOWN_CLOCK is for the demo: production lives on the real day")
        return self

    @cached_property
    def is_production(self) -> bool:
        return self.mode is Mode.PRODUCTION

    @cached_property
    def is_test(self) -> bool:
        return self.mode is Mode.TEST

    @cached_property
    def is_demo(self) -> bool:
        """Whether the town's doors are open: in the demo itself, and in tests, which walk through it."""
        return not self.is_production

    @cached_property
    def hosts(self) -> list[str]:
        return [host.strip() for host in self.allowed_hosts.split(",") if host.strip()]

    @cached_property
    def framers(self) -> list[str]:
        return [origin.strip() for origin in self.widget_hosts.split(",") if origin.strip()]

    @cached_property
    def site_address(self) -> str:
        """Where people find the service, for letters, without a slash at the end."""
        return f"https://{self.hosts[0]}" if self.is_production else f"http://localhost:{self.port}"


def read() -> Environment:
    """The environment, or an end with plain sentences about what is wrong with it."""
    try:
        # Tests are the same everywhere: a personal .env does not reach them.
        return Environment(_env_file=None) if os.environ.get("OCM_MODE") == Mode.TEST else Environment()  # type: ignore[call-arg]
    except ValidationError as error:
        problems = "\n".join(
            f"  {name_of(problem['loc'])}{problem['msg'].removeprefix('Value error, ')}" for problem in error.errors()
        )
        raise SystemExit(
            f"The settings in the environment are not right:\n{problems}\nSee docs/handbook/running.md."
        ) from None


def name_of(location: tuple[int | str, ...]) -> str:
    """The variable a person has to change."""
    if not location:
        return ""
    name = str(location[0])
    return f"{name if name.isupper() else 'OCM_' + name.upper()}: "
