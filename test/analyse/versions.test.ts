/** Two versions of a rubric: what is told of them, by meaning, and that nothing is silent. */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { rubricChanges } from "../../src/analyse/rubric-changes.js";
import { isRubricFile, listFiles } from "../../src/files/list.js";
import { type RubricChange, diffRubrics, parseRubric, validateRubric } from "../../src/index.js";
import { readDocument } from "../../src/parse/read-document.js";
import { renderRubricDifference } from "../../src/render/rubric-difference.js";
import { contentDigest } from "../../src/replay/content.js";
import { type DocumentMapping, type Edit, editsOf } from "../helpers/edits.js";
import { randomPair } from "../helpers/random/pair.js";
import { root } from "../house/sources.js";

const SHEET = `kind: sheet
id: shop
version: "1"
title: 商店指标
points: 100
documents: { notice: { title: 通知 } }
source: notice
facts:
  rate: { type: decimal, unit: "%", range: { at_least: 0, at_most: 100 }, evidence: optional }
  years: { type: integer, range: { at_least: 0 } }
  grade: { type: choice, options: { A: 甲, B: 乙 } }
  fines: { type: events, kinds: [warning, fine], fields: { amount: { type: decimal } } }
indicators:
  - id: A
    title: 履约
    points: 60
    indicators:
      - id: A1
        title: 年限
        points: 40
        clause: 第一条
        scoring:
          rule: tiers
          fact: years
          tiers:
            - { at_least: 15, points: 40 }
            - { at_least: 5, below: 15, points: 20 }
            - { below: 5, points: 0 }
      - { id: A2, title: 等级, points: 10, scoring: { rule: choice, fact: grade, points: { A: 10, B: 4 } } }
      - { id: A3, title: 许可, points: 10, scoring: { rule: flag, fact: { type: boolean } } }
  - id: B
    title: 经营
    points: 40
    indicators:
      - id: B1
        title: 履约率
        points: 30
        scoring: { rule: linear, fact: rate, knots: [ { at: 60, points: 0 }, { at: 100, points: 30 } ], beyond: clip }
      - id: B2
        title: 处罚
        points: 10
        floor: 0
        scoring:
          rule: events
          fact: fines
          start: full
          within: { last: { years: 3 }, first_day: counts }
          points:
            - { kind: fine, when: { field: amount, at_least: 10000 }, points: -3 }
            - { kind: fine, when: { field: amount, below: 10000 }, points: -2 }
            - { points: -1 }
`;

const SCHEME = `kind: scheme
id: shops
version: "1"
title: { zh: 诚信商店, en: Honest shops }
effective: { from: 2024-01-01 }
points: 100
blend:
  - { id: base, sheet: shop, weight: 0.7 }
  - { id: sector, one_of: [sector], weight: 0.3 }
facts: { registered: { type: boolean }, opened: { type: date } }
eligibility:
  - id: E1
    title: 注册满三年
    require:
      all:
        - { fact: registered, is: true }
        - { fact: opened, full_years: { at_least: 3 } }
bands:
  - { id: A, at_least: 80 }
  - { id: B, below: 80 }
round: { places: 1, mode: half-up }
goal: passed
outcomes:
  - { id: ineligible, when: { eligibility: ineligible } }
  - { id: passed, title: 通过, when: { score: { at_least: 80 } } }
  - { id: failed, otherwise: true }
`;

/** `kind subject place: before → after`; places as keys, with what tells the entry apart. */
function told(changes: readonly RubricChange[]): readonly string[] {
  return changes.map(({ kind, subject, at, before, after }) => {
    const place = at.map(({ key, entry }) => (entry === null ? key : `${key}[${entry}]`)).join(".");
    return `${kind} ${subject}${place === "" ? "" : ` ${place}`}: ${before ?? "–"} → ${after ?? "–"}`;
  });
}

/** As a version that need not be valid: sums are not what this is about. */
function changesOf(text: string, ...edits: readonly (readonly [string, string])[]): readonly string[] {
  let after = text;
  for (const [from, to] of edits) {
    if (!after.includes(from)) throw new Error(`no ${from}`);
    after = after.replace(from, to);
  }
  return told(rubricChanges(read(text), read(after)));
}

/** The value of a document that may be no valid rubric. */
function read(text: string): DocumentMapping {
  return readDocument(text, "rubric").document!.value as DocumentMapping;
}

describe("what changed in a sheet", () => {
  test.each([
    ["points", [["points: 40\n        clause", "points: 35\n        clause"]], ["points A1 points: 40 → 35"]],
    ["a title", [["title: 年限", "title: 经营年限"]], ["title A1 title: 年限 → 经营年限"]],
    ["a clause", [["第一条", "第二条"]], ["clause A1 clause: 第一条 → 第二条"]],
    [
      "the edge of a tier, once for both tiers that meet there",
      [
        ["at_least: 15", "at_least: 20"],
        ["below: 15", "below: 20"],
      ],
      ["limit A1 scoring.tiers[points: 40].at_least: ≥ 15 → ≥ 20"],
    ],
    [
      "以上 for 超过",
      [
        ["at_least: 15", "above: 15"],
        ["below: 15", "at_most: 15"],
      ],
      ["limit A1 scoring.tiers[points: 40].at_least: ≥ 15 → > 15"],
    ],
    [
      "what a tier is worth",
      [["below: 15, points: 20", "below: 15, points: 25"]],
      ["points A1 scoring.tiers[≥ 5, < 15].points: 20 → 25"],
    ],
    [
      "a tier that is new",
      [
        [
          "            - { below: 5, points: 0 }",
          "            - { at_least: 2, below: 5, points: 5 }\n            - { below: 2, points: 0 }",
        ],
      ],
      [
        "limit A1 scoring.tiers[points: 0].below: < 5 → < 2",
        "added A1 scoring.tiers[≥ 2, < 5]: – → { points: 5, at_least: 2, below: 5 }",
      ],
    ],
    ["an option's points", [["B: 4", "B: 5"]], ["points A2 scoring.points[B]: 4 → 5"]],
    ["an option that is new", [["B: 4", "B: 4, C: 1"]], ["added A2 scoring.points[C]: – → 1"]],
    ["a knot", [["at: 60", "at: 70"]], ["limit B1 scoring.knots[points: 0].at: 60 → 70"]],
    ["a window", [["years: 3", "years: 2"]], ["condition B2 scoring.within.last.years: 3 → 2"]],
    [
      "one line of events among several of its kind",
      [["below: 10000 }, points: -2", "below: 10000 }, points: -2.5"]],
      ["points B2 scoring.points[fine { field: amount, below: 10000 }].points: -2 → -2.5"],
    ],
    [
      "another rule",
      [["{ rule: flag, fact: { type: boolean } }", "{ rule: judged, range: { at_least: 0, at_most: 10 }, step: 1 }"]],
      ["rule A3 scoring: { rule: flag, fact: { type: boolean } } → { rule: judged, range: ≥ 0, ≤ 10, step: 1 }"],
    ],
    ["a floor", [["        floor: 0\n", ""]], ["calculation B2 floor: 0 → –"]],
    ["evidence", [["evidence: optional", "evidence: required"]], ["declaration rate evidence: optional → required"]],
    [
      "a range",
      [["at_most: 100 }, evidence", "at_most: 120 }, evidence"]],
      ["limit rate range.at_most: ≤ 100 → ≤ 120"],
    ],
    [
      "a fact that is new",
      [["facts:\n", "facts:\n  staff: { type: integer }\n"]],
      ["added staff: – → { type: integer }"],
    ],
    [
      "a kind of event that is gone",
      [["[warning, fine]", "[fine]"]],
      ["declaration fines kinds: [warning, fine] → [fine]"],
    ],
    [
      "a field of an entry",
      [["amount: { type: decimal }", "amount: { type: integer }"]],
      ["declaration fines fields[amount].type: decimal → integer"],
    ],
    ["the version", [['version: "1"', 'version: "2"']], ["validity shop version: 1 → 2"]],
    ["a document", [["title: 通知", "title: 公告"]], ["title notice title: 通知 → 公告"]],
  ] as const)("%s", (_, edits, expected) => {
    expect(changesOf(SHEET, ...edits)).toEqual(expected);
  });

  const A2 =
    "      - { id: A2, title: 等级, points: 10, scoring: { rule: choice, fact: grade, points: { A: 10, B: 4 } } }\n";
  const A3 = "      - { id: A3, title: 许可, points: 10, scoring: { rule: flag, fact: { type: boolean } } }\n";

  test("siblings in another order: as few moves as it takes", () => {
    expect(changesOf(SHEET, [A2 + A3, A3 + A2])).toEqual(["moved A3: A #3 → A #2"]);
  });

  test("an indicator in another group, and nothing else of it", () => {
    expect(changesOf(SHEET, [A3, ""], ["      - id: B1\n", `${A3}      - id: B1\n`])).toEqual([
      "moved A3: A #3 → B #1",
    ]);
  });

  test("added, and removed", () => {
    expect(changesOf(SHEET, [A2, ""])).toEqual([
      "removed A2: { points: 10, scoring: { rule: choice, fact: grade, points: { A: 10, B: 4 } } } → –",
    ]);
    expect(changesOf(SHEET.replace(A3, ""), [A2, A2 + A3])).toEqual([
      "added A3: – → { points: 10, scoring: { rule: flag, fact: { type: boolean } } }",
    ]);
  });

  test("another id, and the same content: the fact that is declared in place has it too", () => {
    expect(changesOf(SHEET, ["id: A3", "id: A9"])).toEqual(["id A3: A3 → A9", "id A3: A3 → A9"]);
    // Renamed and changed: nobody can tell that it is the same.
    expect(changesOf(SHEET, ["id: A3, title: 许可", "id: A9, title: 执照"]).map((line) => line.slice(0, 10))).toEqual([
      "removed A3",
      "added A9: ",
    ]);
  });

  test("two ids swapped: that, and nothing of what stands behind them", () => {
    expect(changesOf(SHEET, ["id: A2", "id: A0"], ["id: A1", "id: A2"], ["id: A0", "id: A1"])).toEqual([
      "id A1: A1 → A2",
      "id A2: A2 → A1",
    ]);
  });

  test("a group split in two: the new one, what moved into it, and the points of the old one", () => {
    const split = SHEET.replace("    points: 60\n", "    points: 40\n").replace(
      A2,
      `  - id: C\n    title: 资质\n    points: 20\n    indicators:\n${A2}`,
    );
    expect(told(diffRubrics(parseRubric(SHEET), parseRubric(split)).changes)).toEqual([
      "points A points: 60 → 40",
      "added C: – → { points: 20 }",
      "moved A2: A #2 → C #1",
      "moved A3: A #3 → C #2",
    ]);
  });

  test("a leaf that becomes a group, with all that is in it", () => {
    const grown = changesOf(SHEET, [
      "scoring: { rule: flag, fact: { type: boolean } } }",
      "indicators: [ { id: A3.1, title: 许可证, points: 10, scoring: { rule: flag, fact: { type: boolean } } } ] }",
    ]);
    expect(grown).toEqual([
      "rule A3 scoring: { rule: flag, fact: { type: boolean } } → –",
      "added A3.1: – → { points: 10, scoring: { rule: flag, fact: { type: boolean } } }",
    ]);
  });
});

describe("what changed in a scheme", () => {
  test.each([
    [
      "weights",
      [
        ["0.7", "0.6"],
        ["0.3", "0.4"],
      ],
      ["weight base weight: 0.7 → 0.6", "weight sector weight: 0.3 → 0.4"],
    ],
    [
      "a threshold",
      [["score: { at_least: 80 }", "score: { at_least: 85 }"]],
      ["threshold passed when.score.at_least: ≥ 80 → ≥ 85"],
    ],
    [
      "one test of a condition",
      [["at_least: 3 }", "at_least: 5 }"]],
      ["condition E1 require.all[opened].full_years.at_least: ≥ 3 → ≥ 5"],
    ],
    [
      "one test less",
      [["        - { fact: registered, is: true }\n", ""]],
      ["removed E1 require.all[registered]: { fact: registered, is: true } → –"],
    ],
    [
      "other alternatives",
      [["      all:", "      any:"]],
      [
        "condition E1 require: { all: [{ fact: registered, is: true }, { fact: opened, full_years: ≥ 3 }] } → " +
          "{ any: [{ fact: registered, is: true }, { fact: opened, full_years: ≥ 3 }] }",
      ],
    ],
    [
      "alternatives instead of one test",
      [["{ fact: registered, is: true }", "any: [ { fact: registered, is: true }, { fact: opened, missing: true } ]"]],
      [
        "condition E1 require.all[registered]: { fact: registered, is: true } → " +
          "{ any: [{ fact: registered, is: true }, { fact: opened, missing: true }] }",
      ],
    ],
    ["bands", [["{ id: A, at_least: 80", "{ id: A, at_least: 90"]], ["limit A at_least: ≥ 80 → ≥ 90"]],
    ["rounding", [["places: 1", "places: 2"]], ["calculation shops round.places: 1 → 2"]],
    ["dates", [["2024-01-01", "2025-01-01"]], ["validity shops effective.from: 2024-01-01 → 2025-01-01"]],
    [
      "outcomes in another order",
      [
        ["  - { id: ineligible, when: { eligibility: ineligible } }\n", ""],
        ["80 } } }\n", "80 } } }\n  - { id: ineligible, when: { eligibility: ineligible } }\n"],
      ],
      ["moved passed: #2 → #1"],
    ],
    [
      "a title in one language",
      [["en: Honest shops", "en: Fair shops"]],
      ["title shops title: { en: Honest shops, zh: 诚信商店 } → { en: Fair shops, zh: 诚信商店 }"],
    ],
  ] as const)("%s", (_, edits, expected) => {
    expect(changesOf(SCHEME, ...edits)).toEqual(expected);
  });
});

describe("what is no change", () => {
  test("comments, quotes, the order of keys, other spellings of a number", () => {
    const rewritten = SHEET.replace("points: 100", "points: 100.0 # 满分")
      .replace("title: 年限", 'title: "年限"')
      .replace("{ at_least: 15, points: 40 }", "{ points: 40.00, at_least: 15.0 }")
      .replace('version: "1"\ntitle: 商店指标', 'title: 商店指标\nversion: "1"');
    expect(diffRubrics(parseRubric(SHEET), parseRubric(rewritten)).changes).toEqual([]);
  });

  test("text that looks like a number stays text", () => {
    expect(changesOf(SHEET, ['version: "1"', 'version: "1.0"'])).toEqual(["validity shop version: 1 → 1.0"]);
  });
});

describe("in words", () => {
  const difference = diffRubrics(
    parseRubric(SHEET),
    parseRubric(
      SHEET.replace("at_least: 15", "at_least: 20")
        .replace("below: 15", "below: 20")
        .replace("B: 4", "B: 5")
        .replace("years: 3", "years: 2")
        .replace('version: "1"', 'version: "2"')
        .replace("title: 处罚", 'title: "行政\\u202e处罚"'),
    ),
  );

  test("in Chinese", () => {
    expect(renderRubricDifference(difference, "zh").split("\n")).toEqual([
      "旧：指标表 shop 1  商店指标",
      "新：指标表 shop 2  商店指标",
      "",
      "5 处改动：",
      "  整个文件",
      "    shop 商店指标：版本 1 → 2",
      "  指标",
      "    A1 年限：档“分值 40”的界限 ≥ 15 → ≥ 20",
      "    A2 等级：分值“B” 4 → 5",
      "    B2 处罚：名称 处罚 → 行政\\u{202e}处罚",
      "    B2 处罚：期间的年数 3 → 2",
      "",
    ]);
  });

  test("in English", () => {
    expect(renderRubricDifference(difference, "en").split("\n").slice(3, 11)).toEqual([
      "5 changes:",
      "  the whole",
      "    shop 商店指标: version 1 → 2",
      "  indicators",
      "    A1 年限: tier “points 40”, edge ≥ 15 → ≥ 20",
      "    A2 等级: points “B” 4 → 5",
      "    B2 处罚: title 处罚 → 行政\\u{202e}处罚",
      "    B2 处罚: within, years 3 → 2",
    ]);
  });

  test("nothing", () => {
    const same = diffRubrics(parseRubric(SHEET), parseRubric(SHEET));
    expect([same.changes, same.total, same.flips, same.impact]).toEqual([[], null, [], null]);
    expect(renderRubricDifference(same, "en")).toContain("Both say the same.");
  });
});

describe("ids that mean something to JavaScript", () => {
  test("are ids like any other", () => {
    const odd = SHEET.replace(
      "grade: { type: choice, options: { A: 甲, B: 乙 } }",
      "grade: { type: choice, options: { __proto__: 甲, constructor: 乙 } }",
    )
      .replace("{ A: 10, B: 4 }", "{ __proto__: 10, constructor: 4 }")
      .replace("  years: { type", "  __proto__: { type: boolean }\n  years: { type");
    const changed = odd
      .replace("__proto__: 10", "__proto__: 9")
      .replace("__proto__: { type: boolean }", "__proto__: { type: date }");
    expect(told(rubricChanges(read(odd), read(changed)))).toEqual([
      "points A2 scoring.points[__proto__]: 10 → 9",
      "declaration __proto__ type: boolean → date",
    ]);
  });
});

describe("several rubrics", () => {
  const [sheet, scheme] = [parseRubric(SHEET), parseRubric(SCHEME)];

  test("are paired by kind and id", () => {
    const { changes } = diffRubrics(
      [sheet, scheme],
      [parseRubric(SCHEME.replace("0.7", "0.70")), parseRubric(SHEET.replace("B: 4", "B: 5"))],
    );
    expect(changes.map(({ rubric, subject }) => `${rubric} ${subject}`)).toEqual(["shop A2"]);
  });

  test("versions side by side: each with its own", () => {
    const second = parseRubric(SHEET.replace('version: "1"', 'version: "2"'));
    const third = parseRubric(SHEET.replace('version: "1"', 'version: "3"'));
    expect(told(diffRubrics([sheet, second], [sheet, third]).changes)).toEqual(["validity shop version: 2 → 3"]);
    expect(told(diffRubrics([sheet], [second, sheet]).changes)).toEqual(["added shop: – → 2"]);
  });

  test("a sheet is no version of a scheme, and a copy knows nothing of what it was read from", () => {
    expect(() => diffRubrics(sheet, scheme)).toThrow("`after` must be a sheet, as `before` is");
    expect(() => diffRubrics(sheet, { ...sheet })).toThrow("`after` must be a rubric as it was read");
    expect(() => diffRubrics(sheet, undefined as never)).toThrow(TypeError);
    expect(() => diffRubrics(sheet, sheet, { facts: [] } as never)).toThrow("`options` has no `facts`");
  });
});

/** One of so many edits of each shipped rubric: `EDITS=1 npm test -- test/analyse/versions.test.ts` takes them all. */
const EVERY = Number(process.env["EDITS"] ?? 197);

const files = await listFiles([join(root, "rubrics")], isRubricFile);

describe("nothing is silent, and nothing is told that is none", () => {
  test("there are rubrics to edit", () => {
    expect(files.length).toBeGreaterThan(10);
  });

  test.each(files.map((file) => [relative(root, file)]))("%s", { timeout: 3_600_000 }, (file) => {
    const value = parseRubric(readFileSync(join(root, file), "utf8")).origin!.value as DocumentMapping;
    const { wrong, edits } = tried(value, EVERY);
    expect([wrong, edits > 300]).toEqual([[], true]);
  });

  test("random rubrics, which have whatever the language has", { timeout: 3_600_000 }, () => {
    let tries = 0;
    for (let index = 0; index < 16; index += 1) {
      for (const rubric of randomPair(517, index).rubrics) {
        const read = validateRubric(rubric);
        if (!read.success) continue;
        const { wrong, edits } = tried(read.rubric.origin!.value as DocumentMapping, EVERY, index);
        expect(wrong).toEqual([]);
        tries += edits;
      }
    }
    expect(tries).toBeGreaterThan(3_000);
  });

  /** One of `every` edits, from one on; `edits` is how many there are. */
  function tried(
    value: DocumentMapping,
    every: number,
    from = 0,
  ): { readonly wrong: readonly string[]; readonly edits: number } {
    const digest = contentDigest(value);
    const wrong: string[] = [];
    let edits = 0;
    for (const edit of editsOf(value)) {
      edits += 1;
      if ((edits + from) % every !== 0) continue;
      const [there, back] = [rubricChanges(value, edit.document), rubricChanges(edit.document, value)];
      const isOther = contentDigest(edit.document) !== digest;
      if (there.length > 0 !== isOther || back.length > 0 !== isOther) wrong.push(`${edit.what}: ${there.length}`);
      const beside = [...besides(there, edit, value), ...misplaced(there, edit)];
      if (beside.length > 0) wrong.push(`${edit.what}: ${beside.join(" ")}`);
    }
    return { wrong: wrong.slice(0, 10), edits };
  }

  /** One thing is told once, and its place is on the way to it. */
  function misplaced(changes: readonly RubricChange[], { at, how }: Edit): readonly string[] {
    if (how !== "said otherwise" || at.includes("id") || changes.some(({ kind }) => kind === "id")) return [];
    const isOnTheWay = (change: RubricChange): boolean => {
      const names = change.at.flatMap(({ key, entry }) =>
        entry !== null && at.includes(entry) ? [key, entry] : [key],
      );
      let next = 0;
      for (const name of at) if (name === names[next]) next += 1;
      return next === names.length;
    };
    return [...(changes.length < 2 ? [] : told(changes)), ...told(changes.filter((change) => !isOnTheWay(change)))];
  }

  /** Of one thing that an indicator says otherwise, what is told of another one. */
  function besides(changes: readonly RubricChange[], { at, how }: Edit, value: DocumentMapping): readonly string[] {
    const own = at.lastIndexOf("indicators");
    if (how !== "said otherwise" || own < 0 || at[own + 2] === "id") return [];
    const node = at
      .slice(0, own + 2)
      .reduce<unknown>((part, key) => (part as DocumentMapping)[key], value) as DocumentMapping;
    return changes.flatMap(({ subject }) => (subject === node["id"] ? [] : [subject]));
  }
});
