/** The same rubric, facts and date give the same bytes: whatever the order of keys, the place, the time and the process. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { isMap, isSeq, parseDocument } from "yaml";
import { filesBelow } from "../package/built.js";
import { type Surroundings, assessmentIn, chengxin, example, patient, shipped, workplace } from "./command.js";
import { factSheet, putRubrics } from "./small.js";

const { path, put } = workplace();

const names = readdirSync(join(shipped, "examples")).map((file) => file.replace(".facts.yaml", ""));
/** One with fractions at every turn, and one with bounds and every state. */
const telling = ["exactly-80", "open"];

const expected = new Map<string, string>();
beforeAll(async () => {
  for (const name of names) expected.set(name, await score(name));
}, 120_000);

async function score(name: string, surroundings: Surroundings = {}, ...args: string[]): Promise<string> {
  const { exit, stdout } = await chengxin(["score", example(name), "--format", "json", ...args], surroundings);
  expect(exit).toBe(0);
  return stdout;
}

describe.concurrent("the same bytes", patient, () => {
  test.each<[string, Surroundings]>([
    ["in Beijing", { env: { TZ: "Asia/Shanghai" } }],
    ["in Newfoundland", { env: { TZ: "America/St_Johns" } }],
    ["on Kiritimati", { env: { TZ: "Pacific/Kiritimati" } }],
    ["where no time zone is known", { env: { TZ: "Nowhere/Nothing" } }],
    ["in Chinese", { env: { LANG: "zh_CN.UTF-8" } }],
    ["in Turkish", { env: { LC_ALL: "tr_TR.UTF-8" } }],
    ["in Arabic", { env: { LC_ALL: "ar_EG.UTF-8", LANG: "ar_EG.UTF-8" } }],
    ["in no language", { env: { LC_ALL: "C", LANG: "" } }],
    ["without the data of ICU", { env: { NODE_ICU_DATA: "/nowhere" } }],
    ["with little memory", { env: { NODE_OPTIONS: "--max-old-space-size=64" } }],
    ["without traces", { env: { NODE_OPTIONS: "--stack-trace-limit=0" } }],
    ["with a small stack", { node: ["--stack-size=200"] }],
    ["with a large stack", { node: ["--stack-size=4000"] }],
    ["without a compiler", { node: ["--no-opt", "--max-lazy"] }],
    ["without code from strings", { node: ["--disallow-code-generation-from-strings"] }],
    ["with a frozen prototype", { node: ["--frozen-intrinsics"] }],
    ["without __proto__", { node: ["--disable-proto=delete"] }],
    ["in CI, in production, in colour", { env: { CI: "1", NODE_ENV: "production", FORCE_COLOR: "3", COLUMNS: "10" } }],
    ["in another folder", { cwd: "/" }],
    ["in the folder of the rubrics", { cwd: shipped }],
  ])("%s", async (_, surroundings) => {
    for (const name of telling) expect(await score(name, surroundings)).toBe(expected.get(name));
  });

  test("with the rubrics named instead of shipped, and in another order", async () => {
    const files = filesBelow(shipped).filter((file) => file.endsWith(".yaml") && !/\.(?:facts|cases)\./.test(file));
    const flags = (paths: readonly string[]) => paths.flatMap((each) => ["--rubrics", each]);
    for (const name of telling) {
      expect(await score(name, {}, ...flags([shipped]))).toBe(expected.get(name));
      expect(await score(name, {}, ...flags(files))).toBe(expected.get(name));
      expect(await score(name, {}, ...flags([...files].reverse()))).toBe(expected.get(name));
    }
  });

  test("from standard input, from JSON, into a file", async () => {
    const file = example("open");
    const text = readFileSync(file, "utf8");
    const json = JSON.stringify(parseDocument(text, { schema: "core" }).toJS());
    const [input, fromJson] = await Promise.all([
      chengxin(["score", "-", "--format", "json"], { input: text }),
      chengxin(["score", "-", "--format", "json"], { input: json }),
      chengxin(["score", file, "--format", "json", "--output", put("open.json", "")]),
    ]);
    expect(input.stdout).toBe(expected.get("open"));
    expect(fromJson.stdout).toBe(expected.get("open"));
    expect(readFileSync(path("open.json"), "utf8")).toBe(expected.get("open"));
  });

  test("as text too", async () => {
    const ask = (surroundings: Surroundings) => chengxin(["score", example("open"), "--lang", "zh"], surroundings);
    const [one, other] = await Promise.all([
      ask({ env: { TZ: "Asia/Tokyo", LANG: "ja_JP.UTF-8" } }),
      ask({ cwd: "/" }),
    ]);
    expect(one.stdout).toBe(other.stdout);
  });
});

describe("the same bytes in any order of keys", patient, () => {
  test.each([1, 2, 3])("of facts and of rubrics, shuffled with seed %i", async (seed) => {
    const random = generator(seed);
    const copy = path(`shuffled-${seed}`);
    for (const file of filesBelow(shipped).filter((each) => each.endsWith(".yaml"))) {
      const target = join(copy, file.slice(shipped.length));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, shuffled(readFileSync(file, "utf8"), random));
    }
    for (const name of names) {
      const facts = join(copy, "examples", `${name}.facts.yaml`);
      expect(readFileSync(facts, "utf8")).not.toBe(readFileSync(example(name), "utf8"));
      const { exit, stdout } = await chengxin(["score", facts, "--format", "json", "--rubrics", copy]);
      expect(exit).toBe(0);
      expect(stdout).toBe(expected.get(name));
    }
  });

  test.each<[string, string]>([
    ["with wrong facts of every kind", wrongEverywhere()],
    [
      "with more empty facts than are told",
      factSheet() + Array.from({ length: 150 }, (_, i) => `  empty_${i}:\n`).join(""),
    ],
    [
      "with more unknown facts than are told",
      factSheet() + Array.from({ length: 150 }, (_, i) => `  no_${i}: 1\n`).join(""),
    ],
    [
      "with more unknown keys than are told",
      factSheet({ sections: { subject: `{ ${Array.from({ length: 150 }, (_, i) => `k${i}: 1`).join(", ")} }` } }),
    ],
  ])("%s", async (_, text) => {
    const rubrics = putRubrics(put);
    const texts = [text, shuffled(text, generator(1)), shuffled(text, generator(2))];
    const results = await Promise.all(
      texts.map((input) => chengxin(["score", "-", "--rubrics", rubrics, "--format", "json"], { input })),
    );
    expect(assessmentIn(results[0]!.stdout).findings.length).toBeGreaterThan(5);
    for (const { exit, stdout } of results) {
      expect(exit).toBe(results[0]!.exit);
      expect(stdout).toBe(results[0]!.stdout);
    }
  });
});

function wrongEverywhere(): string {
  return factSheet({
    sections: {
      role: "boss",
      subject: "{ id: 5, nom: x, name: y, pseudonym: z }",
      sheets: '{ "9": a, "10": b, x: c }',
      judgements: "{ H: { reason: b, points: 99, by: a }, A: { points: 1, by: a, reason: b }, Z: 5 }",
      not_applicable: "{ A: { reason: b, by: a }, Z: { by: a, reason: b } }",
      materials: '{ M1: [a], "10": [b], "9": [c], A: [] }',
    },
    facts: {
      "10": "1",
      "9": "1",
      b: "1",
      a: "1",
      licensed: "5",
      staff: "-3",
      rate: "{ note: n, value: 101, evidence: [e] }",
      founded: "2023-02-30",
      grade: "Z",
      awards: "[moon, city, sun]",
      fines: "[{ amount: -1, kind: x, date: 2023-02-30, y: 1, z: 2 }, { kind: fine }, 5]",
    },
  });
}

/** The same text but for the order of its keys; values stay as they are spelt. */
function shuffled(text: string, random: () => number): string {
  const document = parseDocument(text, { schema: "failsafe" });
  shuffle(document.contents, random);
  return document.toString({ lineWidth: 0 });
}

function shuffle(node: unknown, random: () => number): void {
  if (isSeq(node)) for (const item of node.items) shuffle(item, random);
  if (!isMap(node)) return;
  for (let last = node.items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [node.items[last], node.items[other]] = [node.items[other]!, node.items[last]!];
  }
  for (const { value } of node.items) shuffle(value, random);
}

/** Numbers in [0, 1), the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}
