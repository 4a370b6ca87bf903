// The claims of each folder's registry as a tree, and one as a page with its chart.
import * as vscode from "vscode";
import { answer } from "./program";

interface Claim {
  id: string;
  title: string;
  values: { value: string; as_of: string | null; source: string | null }[];
  folder: string;
}

type Node = Claim | string;

/** Claims by title; where there is no registry, or a broken one, the program's own words. */
export class Claims implements vscode.TreeDataProvider<Node> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  /** Look again at what there is; the view shows where a folder has a registry. */
  async refresh(): Promise<void> {
    const [registry] = await vscode.workspace.findFiles("**/claims.yaml", "**/node_modules/**", 1);
    await vscode.commands.executeCommand("setContext", "factcheck.hasRegistry", registry !== undefined);
    this.changed.fire();
  }

  async getChildren(parent?: Node): Promise<Node[]> {
    if (parent) return [];
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await Promise.all(folders.map((folder) => claimsOf(folder.uri.fsPath)));
    return found.flat();
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (typeof node === "string") return new vscode.TreeItem(node);
    const item = new vscode.TreeItem(node.title);
    item.description = node.values.map((one) => one.value).join(" / ");
    item.tooltip = [
      node.id,
      ...node.values.map((one) => [one.value, one.as_of, one.source].filter(Boolean).join(", ")),
    ].join("\n");
    item.command = { command: "factcheck.claim", title: "Show Claim", arguments: [node] };
    return item;
  }
}

async function claimsOf(folder: string): Promise<Node[]> {
  try {
    const listed = JSON.parse(await answer(folder, "claim", "--format", "json")) as Omit<Claim, "folder">[];
    return listed.map((claim) => ({ ...claim, folder }));
  } catch (error) {
    return [String((error as Error).message)];
  }
}

/** A claim's page: its values, sources and chart, as the program draws them; no script runs in it. */
export async function showClaim(claim: Claim): Promise<void> {
  const panel = vscode.window.createWebviewPanel("factcheck.claim", claim.title, vscode.ViewColumn.Beside, {
    enableScripts: false,
    localResourceRoots: [],
  });
  try {
    panel.webview.html = await answer(claim.folder, "claim", claim.id, "--format", "html");
  } catch (error) {
    panel.dispose();
    void vscode.window.showErrorMessage(String((error as Error).message));
  }
}
