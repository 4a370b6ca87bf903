// Starts `factcheck lsp`, and shows the registry's claims beside it.
import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { Claims, showClaim } from "./claims";
import { command } from "./program";

const LANGUAGES = ["markdown", "plaintext", "html", "yaml"];
const SHOW_USES = "factcheck.showUses";
let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const claims = new Claims();
  const registries = vscode.workspace.createFileSystemWatcher("**/*.{yaml,yml,csv}");
  const refresh = () => claims.refresh();
  registries.onDidChange(refresh);
  registries.onDidCreate(refresh);
  registries.onDidDelete(refresh);
  context.subscriptions.push(
    registries,
    vscode.window.registerTreeDataProvider("factcheck.claims", claims),
    vscode.commands.registerCommand("factcheck.refresh", refresh),
    vscode.commands.registerCommand("factcheck.claim", showClaim),
    vscode.commands.registerCommand(SHOW_USES, showUses),
    vscode.commands.registerCommand("factcheck.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("factcheck.command")) void restart();
    }),
  );
  await Promise.all([start(), refresh()]);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** Peek at the places that a claim's lens counts; the claim itself is none. */
async function showUses(address: string, line: number, character: number): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const at = new vscode.Position(line, character);
  const found = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", uri, at);
  const places = found.filter((one) => one.uri.toString() !== uri.toString() || !one.range.contains(at));
  await vscode.commands.executeCommand("editor.action.showReferences", uri, at, places);
}

async function restart(): Promise<void> {
  await client?.stop().catch(() => undefined); // one that never started cannot be stopped
  await start();
}

async function start(): Promise<void> {
  try {
    const [program, ...args] = command();
    client = new LanguageClient(
      "factcheck",
      "factcheck",
      { command: program, args: [...args, "lsp"] },
      {
        documentSelector: ["file", "untitled"].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
        initializationOptions: { commands: [SHOW_USES] },
      },
    );
    await client.start();
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      `factcheck could not be started (${told}): install it with pip install 'factlint[lsp]', or name it in factcheck.command.`,
    );
  }
}
