-- Open an article, wait for what is flagged, ask for the card, take the first correction, undo it.
local file, python = vim.env.ARTICLE, vim.env.PYTHON
vim.cmd('edit ' .. vim.fn.fnameescape(file))
local id = vim.lsp.start_client({
  name = 'factcheck',
  cmd = { python, '-m', 'factcheck', 'lsp' },
  root_dir = vim.fn.fnamemodify(file, ':h'),
})
vim.lsp.buf_attach_client(0, id)
local function flagged()
  return vim.diagnostic.get(0)
end
vim.wait(60000, function() return #flagged() > 0 end, 50)
local told = { flagged = vim.tbl_map(function(one) return { one.code, one.lnum, one.col, one.message } end, flagged()) }
local first = flagged()[1]
local client = vim.lsp.get_client_by_id(id)
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
local card = client.request_sync('textDocument/hover', params, 10000, 0)
told.card = card.result.contents.value
local range = vim.lsp.util.make_range_params(0, client.offset_encoding)
range.context = { diagnostics = {} }
local actions = client.request_sync('textDocument/codeAction', range, 10000, 0).result
told.actions = vim.tbl_map(function(one) return one.title end, actions)
local action = actions[1]
if not action.edit then
  action = client.request_sync('codeAction/resolve', action, 10000, 0).result
end
vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
told.mended = vim.api.nvim_buf_get_lines(0, 0, -1, false)
vim.wait(60000, function() return #flagged() < #told.flagged end, 50)
told.left = #flagged()
vim.cmd('undo')
told.undone = vim.api.nvim_buf_get_lines(0, 0, -1, false)
vim.wait(60000, function() return #flagged() == #told.flagged end, 50)
told.again = #flagged()
vim.fn.writefile({ vim.fn.json_encode(told) }, vim.env.TOLD)
vim.cmd('qall!')
