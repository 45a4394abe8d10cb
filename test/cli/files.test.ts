/** Where fact sheets come from: files of any name, folders, standard input, several at once. */
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { assessmentIn, chengxin, codesOf, findingsIn, patient, shell, workplace } from "./command.js";
import { exact, factSheet, putRubrics } from "./small.js";

const { path, put } = workplace();
let rubrics = "";
let facts = "";
let wrong = "";
beforeAll(() => {
  rubrics = putRubrics(put);
  facts = put("good.facts.yaml", factSheet());
  wrong = put("wrong.facts.yaml", factSheet({ facts: { staff: "-3" } }));
});

const score = (args: readonly string[], input?: string | Uint8Array) =>
  chengxin(["score", "--rubrics", rubrics, ...args], { cwd: dirname(facts), ...(input !== undefined && { input }) });

const windows = process.platform === "win32";

describe.concurrent("a file", patient, () => {
  test.each([
    "-dash.facts.yaml",
    "--format",
    "with space.facts.yaml",
    "示例 企业（2023）.facts.yaml",
    "子 目录/示例.yaml",
    "quote'\"$HOME`.facts.yaml",
    "facts",
    "facts.txt",
    "a.facts.json",
    "…",
    ".hidden",
    "__proto__",
    ...(windows ? [] : ["back\\slash.facts.yaml", "new\nline.facts.yaml", "colon: x"]),
  ])("may be called %j", async (name) => {
    put(`named/${name}`, factSheet());
    const { exit, stdout, stderr } = await score(["--format", "json", "--", `named/${name}`]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(assessmentIn(stdout).score.exact).toBe(exact);
  });

  test.each(["-dash.yaml", "--format", "--", "-x"])("may be called %s where one stands, behind --", async (name) => {
    const cwd = dirname(put(`here/${name}`, factSheet()));
    const { exit, stderr } = await chengxin(["score", "--rubrics", rubrics, "--", name], { cwd });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  });

  test("is named in findings as it was on the command line", async () => {
    put("子 目录/错 误.facts.yaml", factSheet({ facts: { staff: "-3" } }));
    const { stderr } = await score(["./子 目录/错 误.facts.yaml"]);
    expect(stderr).toMatch(/ {2}--> \.?\/?子 目录\/错 误\.facts\.yaml:\d+:\d+ \(fact staff\)\n/);
  });

  test.skipIf(windows)("may be a link, a pipe or a device", async () => {
    symlinkSync(facts, path("link.facts.yaml"));
    spawnSync("mkfifo", [path("pipe")]);
    const results = await Promise.all([
      score(["link.facts.yaml", "--format=json"]),
      shell(`cat good.facts.yaml > pipe & chengxin score --rubrics rubrics --format json pipe`, dirname(facts)),
      shell(`chengxin score --rubrics rubrics --format json <(cat good.facts.yaml)`, dirname(facts)),
    ]);
    expect(results.map(({ exit }) => exit)).toEqual([0, 0, 0]);
    expect(new Set(results.map(({ stdout }) => stdout)).size).toBe(1);
  });

  test.skipIf(windows)("that never ends is given up", async () => {
    const [zeros, endless] = await Promise.all([
      score(["/dev/zero", "--format", "json"]),
      shell(`mkfifo endless; (yes > endless &) ; chengxin score --format json endless`, dirname(facts)),
    ]);
    for (const { exit, stdout } of [zeros, endless]) {
      expect(exit).toBe(2);
      expect(codesOf(findingsIn(stdout))).toEqual(["too-large"]);
    }
  });
});

describe.concurrent("standard input", patient, () => {
  test("is `-`", async () => {
    const [piped, named] = await Promise.all([
      score(["-", "--format", "json"], factSheet()),
      score([facts, "--format", "json"]),
    ]);
    expect(piped).toEqual(named);
    expect(piped.exit).toBe(0);
  });

  test("is called <stdin> in findings", async () => {
    const { exit, stderr } = await score(["-"], factSheet({ facts: { staff: "-3" } }));
    expect(exit).toBe(1);
    expect(stderr).toMatch(/ {2}--> <stdin>:\d+:\d+ \(fact staff\)\n/);
  });

  test("may stand among files", async () => {
    const { exit, stdout } = await score([facts, "-", facts], factSheet());
    expect(exit).toBe(0);
    expect(stdout.match(/outcome: passed/g)!.length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ["empty", ""],
    ["nothing but a comment", "# later\n"],
  ])("%s: no fact sheet", async (_, input) => {
    const { exit, stdout, stderr } = await score(["-", "--format", "json"], input);
    expect([1, 2]).toContain(exit);
    expect(codesOf(findingsIn(stdout))).toEqual(["empty-file"]);
    expect(stderr).toContain("<stdin>");
  });

  test.skipIf(windows)("closed: no fact sheet; of no consequence when a file is named", async () => {
    const [closed, named] = await Promise.all([
      shell("chengxin score --format json - <&-", dirname(facts)),
      shell("chengxin score --rubrics rubrics good.facts.yaml <&-", dirname(facts)),
    ]);
    expect([1, 2]).toContain(closed.exit);
    expect(findingsIn(closed.stdout).counts.error).toBe(1);
    expect([named.exit, named.stderr]).toEqual([0, ""]);
  });

  test("is left alone when a file is named", async () => {
    if (windows) return;
    const { stdout } = await shell(
      `printf 'a\\nb\\n' | (chengxin score --rubrics rubrics good.facts.yaml > /dev/null; cat)`,
      dirname(facts),
    );
    expect(stdout).toBe("a\nb\n");
  });

  test.each([
    ["text", "a: 1\n".repeat(2_000_000)],
    ["one line", "a".repeat(10_000_000)],
    ["zeros", new Uint8Array(10_000_000)],
    ["brackets", "[".repeat(10_000_000)],
  ])("of ten million characters of %s is refused", async (_, input) => {
    const { exit, stdout } = await score(["-", "--format", "json"], input);
    expect(exit).toBe(2);
    expect(findingsIn(stdout).counts.error).toBe(1);
  });

  test("of exactly the limit is read, one byte more is not", async () => {
    const sheet = factSheet();
    const filled = (bytes: number): string => `${sheet}#${"x".repeat(bytes - Buffer.byteLength(sheet) - 2)}\n`;
    const [fits, exceeds] = await Promise.all([
      score(["-", "--format", "json"], filled(1024 * 1024)),
      score(["-", "--format", "json"], filled(1024 * 1024 + 1)),
    ]);
    expect(fits.exit).toBe(0);
    expect(assessmentIn(fits.stdout).score.exact).toBe(exact);
    expect(exceeds.exit).toBe(2);
    expect(codesOf(findingsIn(exceeds.stdout))).toEqual(["too-large"]);
  });
});

describe.concurrent("several", patient, () => {
  test("of a folder every fact sheet is scored, in the order of names, whatever else is there", async () => {
    put("folder/b.facts.yaml", factSheet({ sections: { subject: "{ name: 乙 }" } }));
    put("folder/a.facts.yaml", factSheet({ sections: { subject: "{ name: 甲 }" } }));
    put("folder/c 目录/丙.facts.json", factSheet({ sections: { subject: "{ name: 丙 }" } }));
    put("folder/notes.txt", "not ours");
    put("folder/small.yaml", "kind: scheme\n");
    put("folder/x.cases.yaml", "kind: cases\n");
    put("folder/.hidden.facts.yaml", "{");
    put("folder/node_modules/x/x.facts.yaml", "{");
    const { exit, stdout, stderr } = await score(["folder"]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout.match(/enterprise: \S+/g)).toEqual(["enterprise: 甲", "enterprise: 乙", "enterprise: 丙"]);
    expect(stdout.match(/^── .* ──$/gm)).toEqual([
      "── folder/a.facts.yaml ──",
      "── folder/b.facts.yaml ──",
      "── folder/c 目录/丙.facts.json ──",
    ]);
  });

  test("of a folder with one fact sheet JSON is its assessment", async () => {
    put("single/a.facts.yaml", factSheet());
    const { exit, stdout } = await score(["single", "--format", "json"]);
    expect(exit).toBe(0);
    expect(assessmentIn(stdout).score.exact).toBe(exact);
  });

  test("as JSON only one at a time", async () => {
    const { exit, stdout } = await score([facts, wrong, "--format", "json"]);
    expect(exit).toBe(2);
    expect(codesOf(findingsIn(stdout))).toEqual(["too-many-arguments"]);
  });

  test("one that cannot be parsed: the others are scored, the worst exit counts", async () => {
    const broken = put("broken.facts.yaml", "{");
    const { exit, stdout, stderr } = await score([facts, broken, wrong]);
    expect(exit).toBe(2);
    expect(stdout.match(/^── .* ──$/gm)).toEqual([`── ${facts} ──`, `── ${wrong} ──`]);
    expect(stderr).toContain("broken.facts.yaml");
    expect(stderr).toContain("fact-out-of-range");
  });

  test("one that is not there: told, exit 2", async () => {
    const { exit, stderr } = await score([facts, path("nowhere.facts.yaml")]);
    expect(exit).toBe(2);
    expect(stderr).toContain("unreadable-file");
  });

  test("one with a wrong fact: exit 1", async () => {
    const { exit, stdout } = await score([facts, wrong, facts]);
    expect(exit).toBe(1);
    expect(stdout.match(/^score: \S+/gm)).toEqual(["score: 89", "score: open,", "score: 89"]);
  });

  test.each([[["score"]], [["check"]]])("%j of an empty folder: nothing matched", async ([verb]) => {
    mkdirSync(path(`empty-${verb}`));
    const [asText, asJson] = await Promise.all([
      chengxin([verb!, path(`empty-${verb}`)]),
      chengxin([verb!, path(`empty-${verb}`), "--format", "json"]),
    ]);
    expect([asText.exit, asText.stdout]).toEqual([2, ""]);
    expect(codesOf(findingsIn(asJson.stdout))).toEqual(["nothing-matched"]);
  });

  test.skipIf(windows)("a folder with links: those to files are followed, those up are not", async () => {
    put("links/a.facts.yaml", factSheet());
    symlinkSync("a.facts.yaml", path("links/b.facts.yaml"));
    symlinkSync("..", path("links/up"));
    symlinkSync("/nowhere", path("links/c.facts.yaml"));
    spawnSync("mkfifo", [path("links/pipe.facts.yaml")]);
    const { exit, stdout, stderr } = await score(["links"]);
    expect(exit).toBe(2);
    expect(stdout.match(/^── .* ──$/gm)).toEqual(["── links/a.facts.yaml ──", "── links/b.facts.yaml ──"]);
    expect(stderr).toContain("`links/c.facts.yaml` cannot be read");
  });
});
