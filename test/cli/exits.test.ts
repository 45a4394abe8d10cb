/** The table of exits and streams: what `chengxin score` meets, row by row, as text and as JSON. */
import { beforeAll, describe, expect, test } from "vitest";
import { assessmentIn, chengxin, codesOf, findingsIn, nodesOf, patient, workplace } from "./command.js";
import { exact, factSheet, putRubrics } from "./small.js";

const { path, put } = workplace();
let rubrics = "";
beforeAll(() => {
  rubrics = putRubrics(put);
});

let count = 0;
const sheetFile = (text: string | Uint8Array): string => put(`sheets/${(count += 1)}.facts.yaml`, text);

async function json(text: string | Uint8Array, ...args: string[]) {
  const result = await chengxin(["score", sheetFile(text), "--rubrics", rubrics, "--format", "json", ...args]);
  return { ...result, json: result.stdout };
}

test.each([
  [0, ["score", "-"], factSheet()],
  [1, ["score", "-"], factSheet({ facts: { staff: "-3" } })],
  [2, ["score", "-"], "{"],
  [2, ["wat"], ""],
])("a process of its own ends with exit %i, and says the same", patient, async (exit, [verb, ...rest], input) => {
  const args = [verb!, ...rest, ...(rest.length > 0 ? ["--rubrics", rubrics] : [])];
  const ended = await chengxin(args, { input, alone: true });
  expect(ended.exit).toBe(exit);
  expect(await chengxin(args, { input })).toEqual(ended);
});

/** The same as text and as JSON: only stdout may differ. */
async function both(text: string | Uint8Array, ...args: string[]) {
  const file = sheetFile(text);
  const [asText, asJson] = await Promise.all([
    chengxin(["score", file, "--rubrics", rubrics, ...args]),
    chengxin(["score", file, "--rubrics", rubrics, "--format", "json", ...args]),
  ]);
  expect(asJson.exit).toBe(asText.exit);
  expect(asJson.stderr).toBe(asText.stderr);
  return { ...asText, json: asJson.stdout };
}

/** The rows without a result: nothing on stdout, or one findings object, and findings for people on stderr. */
async function stops(text: string | Uint8Array, exit: number, code: string, ...args: string[]): Promise<void> {
  const result = await json(text, ...args);
  expect(result.exit).toBe(exit);
  const document = findingsIn(result.json);
  expect(codesOf(document)).toContain(code);
  expect(document.counts.error).toBeGreaterThan(0);
  expect(result.stderr).toContain(`error[${code}] `);
}

describe.concurrent("clean: exit 0, the whole assessment, nothing on stderr", patient, () => {
  test.each([
    ["shortlisted", {}, "passed", "scored"],
    ["not shortlisted", { facts: { rate: "0", grade: "B" } }, "not-passed", "scored"],
    ["ineligible", { facts: { registered: "false" } }, "ineligible", "scored"],
    ["open", { facts: { rate: null, grade: null } }, "undetermined", "open"],
    [
      "open, with missing facts",
      { facts: { rate: "{ missing: true, note: 没有 }", grade: null } },
      "undetermined",
      "open",
    ],
    ["open, eligibility undetermined", { facts: { registered: null } }, "undetermined", "scored"],
  ])("%s", async (_, change, outcome, status) => {
    const result = await both(factSheet(change));
    expect({ exit: result.exit, stderr: result.stderr }).toEqual({ exit: 0, stderr: "" });
    const assessment = assessmentIn(result.json);
    expect(assessment.decision.outcome).toBe(outcome);
    expect(assessment.score.status).toBe(status);
    expect(nodesOf(assessment)).toHaveLength(10);
    expect(result.stdout).toContain("Small evaluation");
    expect(result.stdout).toContain(assessment.score.exact ?? assessment.score.bounds.least!);
  });

  test("the score is exact", async () => {
    const { json } = await both(factSheet());
    expect(assessmentIn(json).score.exact).toBe(exact);
  });
});

describe.concurrent("wrong facts: exit 1, the whole assessment, the facts invalid, findings on stderr", patient, () => {
  const reads = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
  test.each([
    ["a number for a boolean", { licensed: "5" }, "A", "licensed"],
    ["a word for a boolean", { licensed: "yes" }, "A", "licensed"],
    ["a list for a boolean", { licensed: "[true]" }, "A", "licensed"],
    ["an object for a boolean", { licensed: "{ a: 1 }" }, "A", "licensed"],
    ["text for an integer", { staff: "twelve" }, "B", "staff"],
    ["a fraction for an integer", { staff: "3.5" }, "B", "staff"],
    ["a negative count", { staff: "-3" }, "B", "staff"],
    ["text for a decimal", { rate: "abc" }, "C", "rate"],
    ["an exponent", { rate: "1e1" }, "C", "rate"],
    ["hexadecimal", { rate: "0x10" }, "C", "rate"],
    ["a leading zero", { rate: "010" }, "C", "rate"],
    ["a per cent sign", { rate: '"80%"' }, "C", "rate"],
    ["more digits than a number may have", { rate: `0.${"1".repeat(60)}` }, "C", "rate"],
    ["not a number", { rate: ".nan" }, "C", "rate"],
    ["infinite", { rate: ".inf" }, "C", "rate"],
    ["above the range", { rate: "100.0000000000000000001" }, "C", "rate"],
    ["below the range", { rate: "-0.0000000000000000001" }, "C", "rate"],
    ["an impossible date", { founded: "2023-02-30" }, "D", "years"],
    ["no date", { founded: "long ago" }, "D", "years"],
    ["a date with a time", { founded: "2012-04-01T00:00:00Z" }, "D", "years"],
    ["a date after the as-of date", { founded: "2099-01-01" }, "D", "years"],
    ["no option", { grade: "Z" }, "E", "grade"],
    ["a list for a choice", { grade: "[A]" }, "E", "grade"],
    ["no option among several", { awards: "[city, moon]" }, "F", "awards"],
    ["a word for choices", { awards: "city" }, "F", "awards"],
    ["a number for events", { fines: "2" }, "G", "fines"],
    ["an event that is none", { fines: "[1]" }, "G", "fines"],
    ["an event without a date", { fines: "[{ kind: fine, amount: 1 }]" }, "G", "fines"],
    ["an event of an impossible day", { fines: "[{ date: 2023-02-29, kind: fine, amount: 1 }]" }, "G", "fines"],
    ["an event of an unknown kind", { fines: "[{ date: 2023-01-01, kind: jail, amount: 1 }]" }, "G", "fines"],
    ["an event with a negative amount", { fines: "[{ date: 2023-01-01, kind: fine, amount: -1 }]" }, "G", "fines"],
    ["given and missing at once", { licensed: "{ value: true, missing: true }" }, "A", "licensed"],
  ])("%s", async (_, facts, indicator, fact) => {
    const result = await json(factSheet({ facts }));
    expect(result.exit).toBe(1);
    const assessment = assessmentIn(result.json);
    const nodes = nodesOf(assessment);
    const node = nodes.find(({ id }) => id === indicator)!;
    expect(node.read.find((read) => read.fact === fact)?.state).toBe("invalid");
    expect(node.status).toBe("invalid");
    // The others are scored as if nothing had happened.
    expect(nodes.filter(({ id, status }) => reads.includes(id) && status === "scored")).toHaveLength(8);
    expect(assessment.score.status).toBe("open");
    expect(assessment.findings.some(({ severity }) => severity === "error")).toBe(true);
    expect(result.stderr).toMatch(/^error\[[a-z-]+\] .*\n {2}--> .*:\d+:\d+(?: \(.*\))?\n/);
  });

  test.each([
    ["registered", "perhaps", "E1"],
    ["region", "[city]", "E2"],
    ["code", "91110105MA0000007X", "E3"],
    ["code", "nothing", "E3"],
  ])("%s: %s makes its condition unknown", async (fact, value, id) => {
    const result = await json(factSheet({ facts: { [fact]: value } }));
    expect(result.exit).toBe(1);
    const { eligibility, score } = assessmentIn(result.json);
    const condition = eligibility.conditions.find((one) => one.id === id)!;
    expect(condition.status).toBe("unknown");
    expect(condition.because.map(({ read, state }) => [read, state])).toEqual([[fact, "invalid"]]);
    expect(eligibility.status).toBe("undetermined");
    expect(score.exact).toBe(exact);
  });

  test.each([
    ["a fact that nobody declares", { facts: { nobody: "1" } }, "fact-undeclared", "/facts/nobody"],
    ["a derived fact", { facts: { years: "50" } }, "fact-derived", "/facts/years"],
    ["a role that the scheme has not", { sections: { role: "boss" } }, "role-unknown", "/role"],
    [
      "a component that the scheme has not",
      { sections: { sheets: "{ x: small-sheet }" } },
      "component-unknown",
      "/sheets/x",
    ],
    [
      "a material that nobody asks for",
      { sections: { materials: "{ M1: [a], M9: [b] }" } },
      "material-unknown",
      "/materials/M9",
    ],
    [
      "something that must apply declared not applicable",
      { sections: { not_applicable: "{ A: { by: x, reason: y } }" } },
      "not-applicable-refused",
      "/not_applicable/A",
    ],
  ])("%s leaves the score alone", async (_, change, code, where) => {
    const result = await json(factSheet(change));
    expect(result.exit).toBe(1);
    const assessment = assessmentIn(result.json);
    expect(assessment.findings).toMatchObject([{ code, severity: "error", path: where }]);
    expect(assessment.score.exact).toBe(exact);
    expect(result.stderr).toContain(`error[${code}] `);
  });

  test.each([
    ["out of its range", "{ points: 11, by: a, reason: b }"],
    ["between its steps", "{ points: 0.3, by: a, reason: b }"],
    ["without a name", "{ points: 5, reason: b }"],
    ["without a reason", "{ points: 5, by: a }"],
    ["that is no number", "{ points: good, by: a, reason: b }"],
    ["that is no judgement", "5"],
  ])("a judgement %s", async (_, judgement) => {
    const result = await json(factSheet({ sections: { judgements: `{ H: ${judgement} }` } }));
    expect(result.exit).toBe(1);
    const assessment = assessmentIn(result.json);
    expect(nodesOf(assessment).find(({ id }) => id === "H")).toMatchObject({ status: "invalid", awarded: null });
    expect(assessment.score).toMatchObject({ status: "open", bounds: { least: "81.5", most: "91.5" } });
  });

  test("with --fail-on never the exit is 0, and everything else the same", async () => {
    const wrong = factSheet({ facts: { staff: "-3" } });
    const [failing, never] = [await both(wrong), await both(wrong, "--fail-on", "never")];
    expect([failing.exit, never.exit]).toEqual([1, 0]);
    expect(never.stdout).toBe(failing.stdout);
    expect(never.json).toBe(failing.json);
    expect(never.stderr.replaceAll(/\d+\.facts/g, "")).toBe(failing.stderr.replaceAll(/\d+\.facts/g, ""));
  });

  test.each([
    ["error", 0],
    ["warning", 1],
    ["never", 0],
  ])("of warnings alone --fail-on %s makes the exit %i", async (failOn, exit) => {
    const future = { facts: { fines: "[{ date: 2024-01-31, kind: fine, amount: 1 }]" } };
    const result = await json(factSheet(future), "--fail-on", failOn);
    expect(result.exit).toBe(exit);
    expect(assessmentIn(result.json).findings).toMatchObject([{ code: "event-in-future", severity: "warning" }]);
    expect(result.stderr).toContain("warning[event-in-future] ");
  });
});

describe.concurrent("readable, but no fact sheet: exit 1 and no result", patient, () => {
  const sections = (own: Record<string, string | null>): string => factSheet({ sections: own });
  test.each([
    ["an unknown key at the top", sections({ wat: "1" }), "unknown-key"],
    ["a misspelt key at the top", sections({ judgments: "{}" }), "unknown-key"],
    ["`__proto__` at the top", sections({ ["__proto__"]: "1" }), "unknown-key"],
    ["`constructor` at the top", sections({ constructor: "1" }), "unknown-key"],
    ["`toString` at the top", sections({ toString: "1" }), "unknown-key"],
    ["an unknown key and a wrong fact", `${sections({ wat: "1" })}  oops: { a: 1 }\n`, "unknown-key"],
    ["a key twice at the top", `${factSheet()}role: audited\n`, "duplicate-key"],
    ["the section of facts twice", `${factSheet()}facts: {}\n`, "duplicate-key"],
    ["no scheme", sections({ scheme: null }), "missing-key"],
    ["an empty scheme", sections({ scheme: "" }), "empty-value"],
    ["a scheme that is a list", sections({ scheme: "[small]" }), "not-text"],
    ["a scheme without an id", sections({ scheme: '"@1.0"' }), ""],
    ["a scheme without the version after @", sections({ scheme: '"small@"' }), ""],
    ["no as_of", sections({ as_of: null }), "missing-key"],
    ["an empty as_of", sections({ as_of: "" }), "empty-value"],
    ["an impossible as_of", sections({ as_of: "2023-02-30" }), "impossible-date"],
    ["29 February of a common year", sections({ as_of: "2023-02-29" }), "impossible-date"],
    ["month 13", sections({ as_of: "2023-13-01" }), "impossible-date"],
    ["an as_of that is no date", sections({ as_of: "yesterday" }), "not-a-date"],
    ["an as_of with a time", sections({ as_of: "2023-11-10T08:00:00" }), "not-a-date"],
    ["an as_of that is an object", sections({ as_of: "{ year: 2023 }" }), "not-a-date"],
    ["no kind", factSheet().replace("kind: facts\n", ""), "missing-key"],
    ["another kind", factSheet().replace("kind: facts", "kind: sheet"), "is-a-rubric"],
    ["a kind that is none", factSheet().replace("kind: facts", "kind: fact"), "not-one-of"],
    ["a list", "- kind: facts\n", "not-a-mapping"],
    ["a text", "kind\n", "not-a-mapping"],
    ["nothing at all but null", "null\n", "document-empty"],
  ])("%s", async (_, text, code) => {
    const result = await json(text);
    expect(result.exit).toBe(1);
    const document = findingsIn(result.json);
    expect(document.counts.error).toBeGreaterThan(0);
    if (code !== "") expect(codesOf(document)).toContain(code);
    expect(result.stderr).toMatch(/^error\[[a-z-]+\] .*\n {2}--> .*:\d+:\d+(?: \(.*\))?\n/);
  });

  test("as text: nothing on stdout", async () => {
    const { exit, stdout } = await both(sections({ as_of: null }));
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: "" });
  });

  test("--fail-on never does not make a fact sheet of it", async () => {
    await stops(factSheet({ sections: { wat: "1" } }), 1, "unknown-key", "--fail-on", "never");
  });

  test("a key twice further down: exit 1, and nothing is scored", async () => {
    await stops(`${factSheet()}  staff: 12\n`, 1, "duplicate-key");
  });

  test("a hundred times too many of them is still exit 1", async () => {
    await stops(factSheet() + "  staff: 12\n".repeat(5000), 1, "duplicate-key");
  });
});

describe.concurrent("not readable at all: exit 2 and no result", patient, () => {
  const bytes = (encoding: "utf16le" | "latin1") => Buffer.from(factSheet(), encoding);
  test.each<[string, string | Uint8Array, string]>([
    ["a list that is never closed", `${factSheet()}  x: [1\n`, "unclosed-bracket"],
    ["a quote that is never closed", `${factSheet()}  x: "1\n`, "unclosed-quote"],
    ["a tab in front of a key", factSheet().replace("  staff", "\tstaff"), "tab-indentation"],
    ["a full-width colon", factSheet().replace("as_of:", "as_of："), "full-width-colon"],
    ["two documents", `${factSheet()}---\n${factSheet()}`, "several-documents"],
    ["a directive", `%YAML 1.1\n---\n${factSheet()}`, "directive"],
    ["a tag", factSheet({ facts: { staff: "!!js/function x" } }), "tag"],
    ["a merge key", `${factSheet()}  <<: { staff: 1 }\n`, "merge-key"],
    ["an alias", factSheet({ facts: { staff: "&a 1", years: "*a" } }), "alias"],
    ["UTF-16 with its mark", Buffer.concat([Buffer.from([0xff, 0xfe]), bytes("utf16le")]), "encoding-utf-16"],
    ["UTF-16 without its mark", bytes("utf16le"), "encoding-utf-16"],
    [
      "UTF-16, the other way round",
      Buffer.concat([Buffer.from([0xfe, 0xff]), bytes("utf16le").swap16()]),
      "encoding-utf-16",
    ],
    ["GBK", gbk, "encoding-gbk"],
    ["bytes that are no text", Buffer.concat([Buffer.from(factSheet()), Buffer.from([0xc3, 0x28, 0xff])]), "not-utf8"],
    ["lone carriage returns", factSheet().replaceAll("\n", "\r"), "cr-newline"],
    ["NUL in a value", factSheet().replace("city", "ci\0ty"), "control-character"],
    ["an escape sequence, raw", factSheet().replace("city", "ci\u001B[31mty"), "control-character"],
    ["half a character", factSheet({ facts: { region: '"\\ud83d"' } }), "lone-surrogate"],
    ["a scheme that is not loaded", factSheet({ sections: { scheme: "large" } }), "scheme-not-found"],
    ["a version that is not loaded", factSheet({ sections: { scheme: "small@9" } }), "scheme-not-found"],
    ["a sheet that is not loaded", factSheet({ sections: { sheets: "{ main: other }" } }), "component-sheet-unknown"],
  ])("%s", (_, text, code) => stops(text, 2, code));

  test.each([
    ["CRLF", factSheet().replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${factSheet()}`],
    ["no newline at the end", factSheet().trimEnd()],
    ["JSON", asJson],
  ])("%s, though, is as good as any other", async (_, text) => {
    const result = await json(text);
    expect({ exit: result.exit, stderr: result.stderr }).toEqual({ exit: 0, stderr: "" });
    expect(assessmentIn(result.json).score.exact).toBe(exact);
  });

  test.each([
    ["a file that is not there", "nowhere.facts.yaml", "unreadable-file"],
    ["a file below a file", "rubrics/small.yaml/x.facts.yaml", "unreadable-file"],
    ["a name that is empty", "", "unreadable-file"],
  ])("%s", async (_, name, code) => {
    const file = name === "" ? "" : path(name);
    const [asText, asJson] = await Promise.all([chengxin(["score", file]), chengxin(["score", file, "--format=json"])]);
    expect([asText.exit, asText.stdout, asJson.exit]).toEqual([2, "", 2]);
    expect(codesOf(findingsIn(asJson.stdout))).toEqual([code]);
    expect(asText.stderr).toContain(`error[${code}] `);
  });

  test("as text: nothing on stdout", async () => {
    const { exit, stdout } = await both("{");
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
  });

  test("--fail-on never does not change that", async () => {
    await stops("{", 2, "unclosed-bracket", "--fail-on", "never");
  });
});

/** `subject: { name: 示例 }` as an old editor may have saved it. */
const gbk = Buffer.concat([
  Buffer.from("kind: facts\nscheme: small\nas_of: 2023-11-10\nsubject: { name: "),
  Buffer.from([0xca, 0xbe, 0xc0, 0xfd]),
  Buffer.from(" }\n"),
]);

const asJson = JSON.stringify({
  kind: "facts",
  scheme: "small@1.0",
  as_of: "2023-11-10",
  role: "audited",
  facts: {
    registered: true,
    region: "city",
    code: "91110105MA0000007L",
    licensed: true,
    staff: 12,
    rate: 87.5,
    founded: "2012-04-01",
    grade: "A",
    awards: ["city"],
    fines: [{ date: "2023-01-31", kind: "warning", amount: "0" }],
    I: true,
  },
  judgements: { H: { points: 7.5, by: "a", reason: "b" } },
  materials: { M1: ["d"] },
});
