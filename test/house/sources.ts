/** The modules of `src` as texts, so that a checker can be asked about made-up ones too. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export interface Source {
  /** Below `src`, with slashes: `score/rules/tiers.ts`. */
  readonly path: string;
  readonly text: string;
}

export const root = fileURLToPath(new URL("../..", import.meta.url));

export function readSources(): Source[] {
  const folder = join(root, "src");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: file.slice(folder.length + 1).replaceAll(sep, "/"),
      text: readFileSync(file, "utf8"),
    }));
}

/** The folder of a module, or the file itself for what stands directly in `src`. */
export function roomOf(path: string): string {
  return path.split("/")[0]!;
}

/** What must run anywhere and always come out the same: all but the file door, the test-suite door and the command. */
export function isCore(path: string): boolean {
  return !["node.ts", "vitest.ts", "cli", "files"].includes(roomOf(path));
}

export function parse({ path, text }: Source): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
