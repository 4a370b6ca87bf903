use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Factcheck;

impl zed::Extension for Factcheck {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("factcheck")
            .ok_or("factcheck is not on the path: pip install 'factlint[lsp]'")?;
        Ok(Command { command, args: vec!["lsp".into()], env: worktree.shell_env() })
    }
}

zed::register_extension!(Factcheck);
