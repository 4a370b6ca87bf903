;; Emacs 29 or later, or 28 with the package eglot: in init.el; then M-x eglot in an article
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((markdown-mode text-mode html-mode yaml-mode) . ("factcheck" "lsp"))))
