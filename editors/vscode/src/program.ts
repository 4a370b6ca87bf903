// The program, run once for an answer.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { onPath } from "./path";

const run = promisify(execFile);
const LARGEST = 64 * 1024 * 1024;

/** What starts the program: itself, then its first arguments; an Error where Windows has it nowhere. */
export function command(): [string, ...string[]] {
  const [program = "factcheck", ...args] =
    vscode.workspace.getConfiguration("factcheck").get<string[]>("command") ?? [];
  return [process.platform === "win32" ? onPath(program, process.env.PATH ?? "") : program, ...args];
}

/** What the program prints in a folder; an Error with its own words where it fails. */
export async function answer(folder: string, ...asked: string[]): Promise<string> {
  const [program, ...args] = command();
  try {
    const { stdout } = await run(program, [...args, ...asked], { cwd: folder, maxBuffer: LARGEST });
    return stdout;
  } catch (error) {
    const told = (error as { stderr?: string }).stderr?.trim();
    throw new Error(told || (error instanceof Error ? error.message : String(error)));
  }
}
