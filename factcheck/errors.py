"""What could not be done: every error of this module ends the program with exit code 2."""


class FactcheckError(Exception):
    """The job could not be done; the message names the place and the mend."""


class RegistryError(FactcheckError):
    """claims.yaml is wrong; the message holds one `path:line:column: what` a line, all errors at once."""


class ConfigError(FactcheckError):
    """factcheck.toml is wrong; the message holds one `path:line: what` a line, all errors at once."""


class ReadError(FactcheckError):
    """An article could not be read, decoded or parsed."""


class LexiconError(FactcheckError):
    """A language file is wrong or missing."""
