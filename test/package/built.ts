/** The build that the tests of this folder look at: made if there is none, refused if it is older than the source. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../house/sources.js";

const run = promisify(execFile);
export const dist = join(root, "dist");

export async function ensureBuilt(): Promise<void> {
  // tsc writes last, so a declaration tells of a build that came to its end.
  const last = join(dist, "index.d.ts");
  if (!existsSync(last)) await npm(root, "run", "build");
  if (!existsSync(last)) throw new Error("`npm run build` ended without dist/index.d.ts");

  const built = statSync(last).mtimeMs;
  const newer = filesBelow(join(root, "src")).filter((file) => statSync(file).mtimeMs > built);
  if (newer.length > 0) throw new Error(`dist is older than ${newer[0]}: run \`npm run build\` and try again`);
}

/** Runs a program to its end and gives what it printed; a failure shows both streams. */
export async function output(cwd: string, command: string, ...args: string[]): Promise<string> {
  try {
    // npm is a script on Windows and needs a shell there; our arguments hold nothing that a shell would read.
    const shell = process.platform === "win32" && command !== process.execPath;
    return (await run(command, args, { cwd, shell, maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${[command, ...args].join(" ")}\n${stdout ?? ""}\n${stderr ?? ""}`, { cause: error });
  }
}

export const node = (cwd: string, ...args: string[]): Promise<string> => output(cwd, process.execPath, ...args);
export const npm = (cwd: string, ...args: string[]): Promise<string> => output(cwd, "npm", ...args);

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
