/** Texts made to hurt: each ends with a whole answer, without a stack trace, and in time. */
import { beforeAll, describe, expect, test } from "vitest";
import { type Findings, assessmentIn, chengxin, codesOf, findingsIn, nodesOf, patient, workplace } from "./command.js";
import { exact, factSheet, putRubrics } from "./small.js";

const { put } = workplace();
let rubrics = "";
beforeAll(() => {
  rubrics = putRubrics(put);
});

let count = 0;
function score(text: string | Uint8Array, ...args: string[]) {
  const file = put(`${(count += 1)}.facts.yaml`, text);
  return chengxin(["score", file, "--rubrics", rubrics, "--format", "json", ...args]);
}

async function refused(text: string | Uint8Array): Promise<Findings> {
  const { exit, stdout, stderr } = await score(text);
  expect(exit).toBe(2);
  const document = findingsIn(stdout);
  expect(document.counts.error).toBeGreaterThan(0);
  // At most a hundred findings a file, and a screen or two of text.
  expect(document.findings.length).toBeLessThanOrEqual(100);
  expect(stderr.length).toBeLessThan(100_000);
  return document;
}

const head = "kind: facts\nscheme: small\nas_of: 2023-11-10\nfacts:\n";
const times = (n: number, text: (i: number) => string): string => Array.from({ length: n }, (_, i) => text(i)).join("");

describe("too much", patient, () => {
  test.each<[string, () => string | Uint8Array, string]>([
    ["10 MB of a comment", () => `${head}#${"x".repeat(10_000_000)}\n`, "too-large"],
    ["10 MB of facts", () => head + times(700_000, (i) => `  fact_${i}: 1\n`), "too-large"],
    ["10 MB of zeros", () => new Uint8Array(10_000_000), "too-large"],
    ["10 MB of one word", () => "a".repeat(10_000_000), "too-large"],
    ["40 000 keys", () => head + times(40_000, (i) => `  f${i}: 1\n`), "too-many-entries"],
    ["300 000 entries", () => `${head}  staff: [${"1,".repeat(300_000)}]\n`, "too-many-entries"],
    ["a million newlines", () => `${"\n".repeat(1_000_000)}`, ""],
    ["5 000 brackets", () => `${head}  staff: ${"[".repeat(5000)}\n`, "too-deep"],
    ["5 000 brackets, closed", () => `${head}  staff: ${"[".repeat(5000)}${"]".repeat(5000)}\n`, "too-deep"],
    ["100 000 brackets", () => "[".repeat(100_000), "too-deep"],
    ["100 000 closed brackets", () => "]".repeat(100_000), ""],
    ["100 000 braces", () => "{a: ".repeat(100_000), "too-deep"],
    ["5 000 dashes", () => `${"- ".repeat(5000)}1\n`, "too-deep"],
    ["50 000 question marks", () => "? ".repeat(50_000), "too-deep"],
    ["100 000 colons", () => "a: ".repeat(100_000), ""],
    ["500 indentations", () => times(500, (i) => `${" ".repeat(i)}a:\n`), "too-deep"],
    ["an alias bomb", () => bomb, "alias"],
    ["an alias of itself", () => `${head}  staff: &a [*a]\n`, "alias"],
    ["100 000 anchors", () => head + times(9000, (i) => `  f${i}: &a${i} 1\n`), "anchor"],
    ["a quote over 100 000 lines", () => `${head}  region: "${"x\n".repeat(100_000)}`, "unclosed-quote"],
    ["100 000 tabs", () => `${head}${"\t".repeat(100_000)}x: 1\n`, ""],
    ["100 000 exclamation marks", () => `${head}  staff: ${"!".repeat(100_000)}\n`, ""],
    ["100 000 escapes", () => `${head}  region: "${"\\q".repeat(100_000)}"\n`, "bad-escape"],
    ["100 000 control characters", () => `${head}  region: ${"\u0001".repeat(100_000)}\n`, "control-character"],
    ["100 000 full-width colons", () => `${head}${times(9000, (i) => `  f${i}： 1\n`)}`, "full-width-colon"],
  ])("%s", async (_, text, code) => {
    const document = await refused(text());
    if (code !== "") expect(codesOf(document)).toContain(code);
  });

  test("ten megabytes of a rubric: told, and the others are used", async () => {
    const folder = putRubrics(put, "beside-a-giant");
    put("beside-a-giant/giant.yaml", `kind: sheet\n#${"x".repeat(10_000_000)}\n`);
    const [scored, checked] = await Promise.all([
      chengxin(["score", put("giant.facts.yaml", factSheet()), "--rubrics", folder, "--format", "json"]),
      chengxin(["check", folder, "--format", "json"]),
    ]);
    expect(scored.exit).toBe(0);
    expect(assessmentIn(scored.stdout).score.exact).toBe(exact);
    expect(codesOf(findingsIn(checked.stdout))).toContain("too-large");
  });
});

describe("much that is wrong", patient, () => {
  test.each([
    ["9 000 facts that nobody declares", () => factSheet() + times(9000, (i) => `  no_${i}: 1\n`)],
    ["9 990 events that are none", () => factSheet({ facts: { fines: `[${"1,".repeat(9989)}1]` } })],
    ["9 990 events that are none, a line each", () => factSheet({ facts: { fines: `\n${"    - 1\n".repeat(9990)}` } })],
    [
      "9 990 events of unknown kinds",
      () => factSheet({ facts: { fines: `\n${"    - { date: 2023-01-01, kind: x, amount: 1 }\n".repeat(9990)}` } }),
    ],
    ["9 990 options that are none", () => factSheet({ facts: { awards: `[${"x,".repeat(9989)}x]` } })],
    ["9 000 materials", () => factSheet({ sections: { materials: `\n${times(9000, (i) => `  X${i}: [a]\n`)}` } })],
    [
      "9 000 judgements",
      () =>
        factSheet({
          sections: { judgements: `\n${times(9000, (i) => `  X${i}: { points: 1, by: a, reason: b }\n`)}` },
        }),
    ],
    [
      "9 000 things not applicable",
      () => factSheet({ sections: { not_applicable: `\n${times(9000, (i) => `  X${i}: { by: a, reason: b }\n`)}` } }),
    ],
    ["9 000 sheets", () => factSheet({ sections: { sheets: `\n${times(9000, (i) => `  x${i}: small-sheet\n`)}` } })],
    ["a fact of a million characters", () => factSheet({ facts: { rate: `"${"9".repeat(1_000_000)}"` } })],
    ["a role of a million characters", () => factSheet({ sections: { role: "x".repeat(1_000_000) } })],
    ["an id of a thousand characters", () => factSheet({ facts: { ["x".repeat(1000)]: "1" } })],
  ])("%s: exit 1, the whole assessment, and findings that can be read", async (_, text) => {
    const { exit, stdout, stderr } = await score(text());
    expect(exit).toBe(1);
    const assessment = assessmentIn(stdout);
    expect(nodesOf(assessment)).toHaveLength(10);
    expect(assessment.findings.some(({ severity }) => severity === "error")).toBe(true);
    expect(stderr).toMatch(/^error\[/m);
    expect(stderr.match(/^(?:error|warning)\[/gm)!.length).toBeLessThanOrEqual(101);
    expect(stderr.length).toBeLessThan(100_000);
  });

  test("9 000 facts without a value are 9 000 warnings, most of them only counted", async () => {
    const { exit, stdout, stderr } = await score(factSheet() + times(9000, (i) => `  no_${i}:\n`));
    expect(exit).toBe(0);
    expect(assessmentIn(stdout).score.exact).toBe(exact);
    expect(stderr).not.toContain("error[");
    expect(stderr.length).toBeLessThan(100_000);
  });

  test("600 kB of wrong events against the shipped rubrics", async () => {
    const ids = [
      "breach_records",
      "penalties",
      "court_records",
      "field_records",
      "payment_defaults",
      "environment_records",
    ];
    const text = `kind: facts\nscheme: gongzhu-2023\nas_of: 2023-11-10\nrole: self\nfacts:\n${ids
      .map((id) => `  ${id}:\n${"    - 1\n".repeat(9990)}`)
      .join("")}`;
    const { exit, stdout, stderr } = await chengxin(["score", put("events.facts.yaml", text), "--format", "json"]);
    expect(exit).toBe(1);
    expect(assessmentIn(stdout).scheme.id).toBe("gongzhu-2023");
    expect(stderr.length).toBeLessThan(100_000);
  });

  test("9 000 keys twice", async () => {
    const { exit, stdout, stderr } = await score(head + "  staff: 1\n".repeat(9000));
    expect(exit).toBe(1);
    expect(findingsIn(stdout).truncated).toBeGreaterThan(8000);
    expect(stderr.length).toBeLessThan(100_000);
  });
});

/** Names that every object has already, wherever an author may choose one. */
describe.concurrent.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
  "the name %s",
  (name) => {
    test("is one that nobody declared, wherever it stands", patient, async () => {
      const { exit, stdout } = await score(
        factSheet({
          sections: {
            role: name,
            subject: `{ ${name}: a }`,
            sheets: `{ ${name}: small-sheet }`,
            judgements: `{ ${name}: { points: 1, by: a, reason: b } }`,
            not_applicable: `{ ${name}: { by: a, reason: b } }`,
            materials: `{ M1: [a], ${name}: [b] }`,
          },
          facts: {
            [name]: "1",
            grade: name,
            awards: `[city, ${name}]`,
            fines: `[{ date: 2023-01-01, kind: ${name}, amount: 1 }, { date: 2023-01-01, kind: fine, amount: 1, ${name}: 1 }]`,
          },
        }),
      );
      expect(exit).toBe(1);
      const assessment = assessmentIn(stdout);
      expect(assessment.findings.map(({ code, path }) => `${path} ${code}`)).toEqual(
        [
          `/facts/${name} fact-undeclared`,
          "/facts/awards/1 fact-not-an-option",
          "/facts/fines/0/kind fact-not-an-option",
          `/facts/fines/1/${name} event-unknown-field`,
          "/facts/grade fact-not-an-option",
          `/judgements/${name} judgement-unknown`,
          `/materials/${name} material-unknown`,
          `/not_applicable/${name} not-applicable-unknown`,
          "/role role-unknown",
          `/sheets/${name} component-unknown`,
          `/subject/${name} unknown-key`,
        ].sort(),
      );
      expect(
        nodesOf(assessment)
          .filter(({ status }) => status === "scored")
          .map(({ id }) => id),
      ).toEqual(["A", "B", "C", "D", "I"]);
    });

    test("as a key of a wrapped fact spoils this fact and no other", patient, async () => {
      const { exit, stdout } = await score(
        factSheet({ facts: { rate: `{ ${name}: { value: 5 } }`, grade: `{ value: A, ${name}: 1 }` } }),
      );
      expect(exit).toBe(1);
      const states = nodesOf(assessmentIn(stdout)).map(({ id, status }) => `${id} ${status}`);
      expect(states).toContain("C invalid");
      expect(states).toContain("B scored");
    });

    test.each([
      ["key at the top", { sections: { [name]: "{ closed: true }" } }, 1, "unknown-key"],
      ["scheme", { sections: { scheme: name } }, 2, "scheme-not-found"],
      ["version", { sections: { scheme: `small@${name}` } }, 2, "scheme-not-found"],
      ["sheet", { sections: { sheets: `{ main: ${name} }` } }, 2, "component-sheet-unknown"],
    ])("as a %s ends as every other name", patient, async (_, change, exit, code) => {
      const result = await score(factSheet(change));
      expect(result.exit).toBe(exit);
      expect(codesOf(findingsIn(result.stdout))).toContain(code);
    });
  },
);

/** Exact fractions grow: what an author may write must not grow without end. */
describe("rubrics made to hurt", patient, () => {
  const derived = (facts: readonly string[], last: string): string => `kind: sheet
id: derived
version: "1"
category: base
title: Derived
points: 100
facts:
${facts.map((fact) => `  ${fact}\n`).join("")}indicators:
  - id: A
    title: A
    points: 100
    scoring: { rule: tiers, fact: ${last}, tiers: [{ at_least: 1, points: 100 }, { below: 1, points: 0 }] }
`;
  const frame = `kind: scheme
id: hurt
version: "1"
title: Hurt
points: 100
blend: [{ id: main, sheet: derived, weight: 1 }]
display: { places: 2, mode: half-up }
roles: [self]
goal: passed
outcomes: [{ id: passed, when: { score: { at_least: 80 } } }, { id: not-passed, otherwise: true }]
`;
  const given = "type: decimal, title: X, range: { above: 0 }";
  const ratio = (over: string, under: string): string =>
    `${given}, derive: { ratio: { numerator: ${over}, denominator: ${under} } }`;
  const digits = (seed: number): string => String(BigInt(seed) * 7n ** 50n + 3n ** 70n).slice(0, 38);

  const ends = async (name: string, sheet: string, facts: readonly string[]): Promise<void> => {
    put(`${name}/scheme.yaml`, frame);
    const folder = put(`${name}/sheet.yaml`, sheet).replace(/.sheet\.yaml$/, "");
    const input = `kind: facts\nscheme: hurt\nas_of: 2023-11-10\nfacts:\n${facts.map((id, i) => `  ${id}: ${digits(i + 1)}\n`).join("")}`;
    const { exit, stdout } = await chengxin(["score", "-", "--rubrics", folder, "--format", "json"], { input });
    expect([0, 1, 2]).toContain(exit);
    expect(stdout.endsWith("\n}\n")).toBe(true);
  };

  test("facts that square themselves", async () => {
    const steps = Array.from({ length: 14 }, (_, i) => [
      `x${i + 1}: { ${ratio(`x${i}`, `y${i}`)} }`,
      `y${i + 1}: { ${ratio(`y${i}`, `x${i}`)} }`,
    ]).flat();
    const sheet = derived(
      [`x0: { ${given} }`, `y0: { ${given} }`, ...steps, "z: { type: decimal, title: Z, derive: { sum: [x14, y14] } }"],
      "z",
    );
    await ends("squares", sheet, ["x0", "y0"]);
  });

  test("three hundred ratios", async () => {
    const ids = Array.from({ length: 300 }, (_, i) => i);
    const facts = ids.flatMap((i) => [
      `a${i}: { ${given} }`,
      `b${i}: { ${given} }`,
      `r${i}: { ${ratio(`a${i}`, `b${i}`)} }`,
    ]);
    const sum = `z: { type: decimal, title: Z, derive: { sum: [${ids.map((i) => `r${i}`).join(", ")}] } }`;
    await ends(
      "ratios",
      derived([...facts, sum], "z"),
      ids.flatMap((i) => [`a${i}`, `b${i}`]),
    );
  });
});

describe.concurrent("ids that look like numbers", patient, () => {
  test("keep their spelling", async () => {
    const { exit, stdout } = await score(factSheet({ facts: { "10": "1", "010": "1", "1.10": "1", "1e3": "1" } }));
    expect(exit).toBe(1);
    expect(assessmentIn(stdout).findings.map(({ path }) => path)).toEqual([
      "/facts/010",
      "/facts/1.10",
      "/facts/10",
      "/facts/1e3",
    ]);
  });
});

/** 10^20 leaves, if somebody followed the aliases. */
const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${times(19, (i) => {
  const [of, name] = [String.fromCharCode(97 + i), String.fromCharCode(98 + i)];
  return `${name}: &${name} [${`*${of}, `.repeat(9)}*${of}]\n`;
})}${head}`;
