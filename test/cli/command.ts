/** The built command as somebody else meets it: arguments, streams and an exit code. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";
import { root } from "../house/sources.js";
import { dist, ensureBuilt } from "../package/built.js";

export const main = join(dist, "cli", "main.js");
export const shipped = join(root, "rubrics");
export const example = (name: string): string => join(shipped, "examples", `${name}.facts.yaml`);

/** Whatever is asked, an answer within this time, on a busy machine too; how fast it is, other tests measure. */
const PATIENCE = 90_000;

/** For tests that wait for several children. */
export const patient = { timeout: 3 * PATIENCE };

export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly node?: readonly string[];
  /** In a process of its own, where nothing else is asked of the process. */
  readonly alone?: boolean;
}

/**
 * Answers come from a process that has answered others before, which changes nothing: the engine keeps no state. What
 * steers a process needs one of its own: `env`, `node` and `alone`.
 */
export async function chengxin(args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { input = "", cwd = tmpdir(), env, node, alone = false } = surroundings;
  if (env || node || alone) return startChengxin(args, surroundings);
  return whole(await resident.ask({ args, cwd, input: Buffer.from(input).toString("base64") }));
}

async function startChengxin(args: readonly string[], surroundings: Surroundings): Promise<Ended> {
  const { input = "", cwd = tmpdir(), env = {}, node = [] } = surroundings;
  const child = spawn(process.execPath, [...node, main, ...args], { cwd, env: environment(env) });
  // A child that has read enough closes the pipe before everything is written.
  child.stdin.on("error", () => undefined).end(input);
  return whole(await ended(child));
}

interface Asked {
  readonly args: readonly string[];
  readonly cwd: string;
  /** Bytes in base64. */
  readonly input: string;
}

/** One command line after another: the folder and the standard input are those of a whole process. */
class Resident {
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  ask(asked: Asked): Promise<Ended> {
    const answer = this.#last.then(() => this.#send(asked));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  #send(asked: Asked): Promise<Ended> {
    const child = (this.#child ??= this.#start());
    return new Promise((resolve, reject) => {
      const stop = (why: string): void => {
        settle();
        child.kill("SIGKILL");
        this.#child = undefined;
        reject(new Error(`${why}: ${asked.args.join(" ")}`));
      };
      const timer = setTimeout(() => stop(`no answer after ${PATIENCE / 1000} s`), PATIENCE);
      const left = (): void => stop("the process ended without an answer");
      const heard = (ended: Ended): void => {
        settle();
        resolve(ended);
      };
      const settle = (): void => {
        clearTimeout(timer);
        child.off("exit", left).off("message", heard);
      };
      child.on("exit", left).on("message", heard).send(asked);
    });
  }

  #start(): ChildProcess {
    const answering = pathToFileURL(join(dist, "cli", "run.js")).href;
    const child = fork(join(root, "test/cli/resident.mjs"), [answering], {
      env: environment({}),
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.once("exit", () => {
      if (this.#child === child) this.#child = undefined;
    });
    // It lives as long as the tests do, and keeps nobody waiting.
    child.unref();
    child.channel?.unref();
    return child;
  }
}

const resident = new Resident();

/** A command line for the shell, with `chengxin` in it: for pipes and redirections. */
export async function shell(line: string, cwd: string): Promise<Ended> {
  const script = `chengxin() { "${process.execPath}" "${main}" "$@"; }\n${line}`;
  return ended(spawn("bash", ["-c", script], { cwd, env: environment({}), stdio: ["ignore", "pipe", "pipe"] }));
}

/** A language that does not depend on the machine, and nothing that would steer Node. */
function environment(own: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => /^(?:path|systemroot|temp|tmp|tmpdir|home)$/i.test(name));
  return { ...Object.fromEntries(kept), LANG: "en_US.UTF-8", ...own } as Record<string, string>;
}

function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout!.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr!.on("data", (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, PATIENCE);
    child.on("error", reject);
    child.on("close", (exit) => {
      clearTimeout(timer);
      if (late) reject(new Error(`no end after ${PATIENCE / 1000} s: ${child.spawnargs.slice(1).join(" ")}`));
      else resolve({ exit, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}

/** What holds for every call: no stack trace, and stdout carries a whole document or nothing. */
function whole(result: Ended): Ended {
  expect(result.stderr).not.toMatch(/^ +at .*(?:node:|file:|\.js:)/m);
  expect(result.stdout === "" || result.stdout.endsWith("\n")).toBe(true);
  return result;
}

export interface Findings {
  readonly format: "chengxin/findings@1";
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly path: string;
    readonly file?: string;
  }[];
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  readonly truncated: number;
}

/** Of an assessment only what these tests look at. */
export interface Assessment {
  readonly format: "chengxin/assessment@1";
  readonly scheme: { readonly id: string; readonly version: string };
  readonly drafted: readonly string[];
  readonly subject: { readonly id: string | null; readonly name: string | null };
  readonly asOf: string;
  readonly role: string | null;
  readonly eligibility: { readonly status: string; readonly conditions: readonly Condition[] };
  readonly preferences: readonly unknown[];
  readonly materials: { readonly complete: boolean; readonly missing: readonly string[] };
  readonly score: {
    readonly status: string;
    readonly exact: string | null;
    readonly display: string | null;
    readonly bounds: { readonly least: string | null; readonly most: string | null };
    readonly certain: boolean;
  };
  readonly decision: {
    readonly outcome: string;
    readonly certain: boolean;
    readonly possible: readonly string[];
    readonly threshold: string | null;
    readonly margin: string | null;
  };
  readonly components: readonly { readonly id: string; readonly root: Node | null }[];
  readonly findings: Findings["findings"];
}

interface Condition {
  readonly id: string;
  readonly status: string;
  readonly because: readonly { readonly read: string; readonly state: string }[];
}

export interface Node {
  readonly id: string;
  readonly points: string;
  readonly available: string;
  readonly awarded: { readonly exact: string } | null;
  readonly status: string;
  readonly contribution: string | null;
  readonly adjustments: readonly { readonly contribution: string }[];
  readonly read: readonly { readonly fact: string; readonly state: string }[];
  readonly children?: readonly Node[];
}

export function findingsIn(stdout: string): Findings {
  const document = JSON.parse(stdout) as Findings;
  expect(Object.keys(document)).toEqual(["format", "findings", "counts", "truncated"]);
  expect(document.format).toBe("chengxin/findings@1");
  expect(unescaped(stdout)).toBe(`${JSON.stringify(document, null, 2)}\n`);
  return document;
}

/** As `JSON.stringify` would have written it: what could steer a terminal may be escaped beyond that. */
function unescaped(json: string): string {
  return json.replaceAll(/\\u([0-9a-f]{4})/g, (written, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return JSON.stringify(character) === `"${character}"` ? character : written;
  });
}

export function assessmentIn(stdout: string): Assessment {
  const document = JSON.parse(stdout) as Assessment;
  expect(Object.keys(document)).toEqual([
    "format",
    "scheme",
    "drafted",
    "subject",
    "asOf",
    "role",
    "eligibility",
    "preferences",
    "materials",
    "score",
    "decision",
    "components",
    "facts",
    "findings",
  ]);
  expect(document.format).toBe("chengxin/assessment@1");
  return document;
}

export const codesOf = ({ findings }: Pick<Findings, "findings">): string[] => findings.map(({ code }) => code);

export function nodesOf({ components }: Assessment): Node[] {
  const below = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(below)];
  return components.flatMap(({ root }) => (root ? below(root) : []));
}

/** A folder for one test file, with a build to run; gone when its tests are over. */
export function workplace(): { readonly path: (name: string) => string; readonly put: Put } {
  const folder = mkdtempSync(join(tmpdir(), "chengxin-cli-"));
  beforeAll(ensureBuilt, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  const put: Put = (name, content) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
    return path(name);
  };
  return { path, put };
}

/** Writes a file below the folder and gives its path. */
export type Put = (name: string, content: string | Uint8Array) => string;
