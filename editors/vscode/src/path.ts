// Where a program lies.
import { existsSync } from "node:fs";
import { win32 } from "node:path";

/**
 * A program of Windows on the PATH. Windows itself looks into the current folder first, which may have a
 * factcheck.exe of its own. What is no bare name is left as it is; an Error where nothing is found.
 */
export function onPath(program: string, path: string, exists: (file: string) => boolean = existsSync): string {
  if (/[\\/:]/.test(program)) return program;
  const names = /\.(exe|com)$/i.test(program) ? [program] : [`${program}.exe`, `${program}.com`];
  const folders = path.split(";").map((folder) => folder.replaceAll('"', "")).filter(win32.isAbsolute);
  const found = folders.flatMap((folder) => names.map((name) => win32.join(folder, name))).find(exists);
  if (!found) throw new Error(`${program} is not on the PATH`);
  return found;
}
