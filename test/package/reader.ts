/** What a reader of the README has: a folder, a shell, a compiler. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../house/sources.js";

export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function shell(script: string, cwd: string): Promise<Ended> {
  // The copy is built, so nothing needs `prepare`; and an English reader, whatever machine this is.
  const settings = { npm_config_ignore_scripts: "true", npm_config_prefer_offline: "true", npm_config_audit: "false" };
  const env = { ...process.env, ...settings, LC_ALL: "en_US.UTF-8" };
  const child = spawn("bash", ["-e", "-o", "pipefail", "-c", script], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const texts = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (exit) => resolve({ exit, ...texts }));
  });
}

export interface Complaint {
  readonly code: number;
  readonly text: string;
}

export function typeErrors(file: string, module: ts.ModuleKind): readonly Complaint[] {
  // Types of Node only for `console`, and not checked themselves: the package asks for none.
  const console = { typeRoots: [join(root, "node_modules", "@types")], types: ["node"], skipLibCheck: true };
  const options = { module, target: ts.ScriptTarget.ES2022, strict: true, noEmit: true, ...console };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options))
    .map(({ code, messageText }) => ({ code, text: ts.flattenDiagnosticMessageText(messageText, "\n") }));
}
