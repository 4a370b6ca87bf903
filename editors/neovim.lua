-- Neovim 0.10 or later: in init.lua, or as ~/.config/nvim/plugin/factcheck.lua
vim.api.nvim_create_autocmd("FileType", {
  pattern = { "markdown", "text", "html", "yaml" },
  callback = function(event)
    vim.lsp.start({
      name = "factcheck",
      cmd = { "factcheck", "lsp" },
      root_dir = vim.fs.root(event.buf, { "claims.yaml", "factcheck.toml", ".git" }),
    })
  end,
})
