;; Emacs 29 or later: in init.el; then M-x eglot in an article
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((markdown-mode text-mode html-mode yaml-mode) . ("factcheck" "lsp"))))
