import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Data, node, nodeAt, out, scheme, scorer, sheet, span, standing, worth } from "../helpers/build/rubric.js";
import { type Q, compare, div, max, min, mul, print, spelled, whole } from "../helpers/oracle/rational.js";
import { total } from "../helpers/oracle/rational.js";

const ANY = {
  outcomes: [{ id: "any", otherwise: true }],
  goal: "any",
  blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
};
const when = (fact: string): Data => ({ applies_when: { fact, is: true } });
const booleans = (...ids: readonly string[]): Data => Object.fromEntries(ids.map((id) => [id, { type: "boolean" }]));

const bounds = (indicators: readonly Data[], given: Data, parts: Data = {}): string => {
  const score = scorer(sheet({ floor: "none", cap: "none", renormalise: true, indicators, ...parts }), scheme(ANY));
  return span(nodeAt(score({ facts: given }), "sheet").bounds!);
};

describe("where what does not apply goes, decides verdicts (the example of the text)", () => {
  // Base sheet: B3 { B3.1 2, B3.2 2, B3.3 2 } and 94 other points, 74.26 of them earned; B3.1 and B3.3 earned in full.
  // Sector sheet: 80. Weights 0.7 and 0.3.
  const score = (at: "B3" | "sheet" | "none") => {
    const flag = (id: string, parts: Data = {}): Data =>
      node(id, 2, { scoring: { rule: "flag", fact: { type: "boolean" } }, ...parts });
    const base = sheet({
      ...(at === "sheet" ? { renormalise: true } : at === "none" ? { renormalise: "none" } : {}),
      indicators: [
        worth("rest", 94, { floor: 0, cap: "points" }),
        node("B3", 6, {
          ...(at === "B3" && { renormalise: true }),
          indicators: [flag("B3.1"), flag("B3.2", { may_be_not_applicable: true }), flag("B3.3")],
        }),
      ],
    });
    const sector = sheet({ id: "sector", indicators: [worth("all", 100, { floor: 0, cap: "points" })] });
    const blend = [
      { id: "base", sheet: "sheet", weight: "0.7" },
      { id: "sector", sheet: "sector", weight: "0.3" },
    ];
    return scorer(base, sector, scheme({ blend }));
  };
  const facts = { rest: "74.26", "B3.1": true, "B3.3": true, all: 80 };

  test.each([
    // B3: 4 × 6 ÷ 4 = 6, 0.7 × 80.26 + 24; sheet: 78.26 × 100 ÷ 98 = 3913/49, of which 0.7 is 55.9; none: 0.7 × 78.26 + 24
    ["B3", "80.182", "pass"],
    ["sheet", "79.9", "fail"],
    ["none", "78.782", "fail"],
  ] as const)("divided by %s it is %s: %s", (at, exact, outcome) => {
    const assessment = score(at)({ facts, not_applicable: out("B3.2") });
    expect([assessment.score.exact, assessment.decision.outcome]).toEqual([exact, outcome]);
  });

  test.each([
    // In for nothing 78.782, in for all 80.182, out as above
    ["B3", "78.782 to 80.182"],
    ["sheet", "78.782 to 80.182"],
    ["none", "78.782 to 80.182"],
  ] as const)("while nobody has said, divided by %s it lies in %s", (at, expected) => {
    const assessment = score(at)({ facts });
    expect(span(assessment.score.bounds)).toBe(expected);
    expect(assessment.decision.possible).toEqual(["pass", "fail"]);
  });
});

describe("neither all in nor all out is the extreme", () => {
  // K 50 earns 40; X 10 earns 10; Y 40 earns 0; of X and Y it is open whether they apply.
  const indicators = [worth("K", 50), worth("X", 10, when("x")), worth("Y", 40, when("y"))];
  const facts = { facts: booleans("x", "y") };
  const given = { K: 40, X: 10, Y: 0 };

  test("the ends are one in and one out", () => {
    // Both in 50, both out 80; X alone 50 of 60 = 250/3, Y alone 40 of 90 = 400/9.
    expect(bounds(indicators, given, facts)).toBe("400/9 to 250/3");
  });

  test.each([
    [{ x: true, y: true }, "50 to 50 tight"],
    [{ x: false, y: false }, "80 to 80 tight"],
    [{ x: true }, "50 to 250/3"],
    [{ y: false }, "80 to 250/3"],
    [{ x: false }, "400/9 to 80"],
  ])("with %j known: %s", (known, expected) => {
    expect(bounds(indicators, { ...given, ...known }, facts)).toBe(expected);
  });

  test("below an inner group that only adds it is the same", () => {
    // Two worlds: g1 in, 5 + 10 + 20 of 100; or out, 30 of 75.
    const inner = (parts: Data): readonly Data[] => [
      node("G", 50, {
        floor: "none",
        cap: "none",
        indicators: [worth("g1", 25, when("x")), worth("g2", 25)],
        ...parts,
      }),
      worth("K", 50),
    ];
    const values = { g1: 5, g2: 10, K: 20 };
    expect(bounds(inner({}), values, { facts: booleans("x") })).toBe("35 to 40");
    for (const policy of ["full", "zero"]) {
      const staying = inner({ ...when("y"), if_not_applicable: policy });
      expect(bounds(staying, { ...values, y: true }, { facts: booleans("x", "y") })).toBe("35 to 40"); // y: G itself applies
    }
  });

  test("below an inner group that divides itself, its own share is what moves", () => {
    // G: 15 of 50, or 10 × 50 ÷ 25 = 20; and K 20
    const inner = [
      node("G", 50, {
        floor: "none",
        cap: "none",
        renormalise: true,
        indicators: [worth("g1", 25, when("x")), worth("g2", 25)],
      }),
      worth("K", 50),
    ];
    expect(bounds(inner, { g1: 5, g2: 10, K: 20 }, { facts: booleans("x") })).toBe("35 to 40");
  });

  test("a group that may lose all its children may vanish", () => {
    // G in: 10 + 20 of 100; G out: 20 × 100 ÷ 50
    const inner = [
      node("G", 50, { floor: "none", cap: "none", indicators: [worth("g", 50, when("x"))] }),
      worth("K", 50),
    ];
    expect(bounds(inner, { g: 10, K: 20 }, { facts: booleans("x") })).toBe("30 to 40");
  });

  test("what is missing an end takes the sheet's with it", () => {
    const losing = [
      worth("K", 50),
      node("E", 50, {
        floor: "none",
        ...when("x"),
        scoring: { rule: "events", fact: { type: "events" }, start: "full", points: [{ points: -1 }] },
      }),
    ];
    // in: 40 + (−∞ … 50); out: 80
    expect(bounds(losing, { K: 40 }, { facts: booleans("x") })).toBe("−∞ to 90");
    expect(bounds(losing, { K: 40, x: false }, { facts: booleans("x") })).toBe("80 to 80 tight");
  });
});

/** A tree of fixed or ranging leaves, some of which may not apply: small enough to try every case. */
interface Branch {
  readonly points: number;
  /** Whether it is open that it applies. */
  readonly open: boolean;
  readonly policy: "drop" | "full" | "zero";
  /** Of a leaf: what it may be worth if it applies. */
  readonly span?: readonly [number, number];
  readonly renormalise?: boolean;
  readonly limits?: Data;
  readonly children?: readonly Branch[];
}

const leaves: fc.Arbitrary<Branch> = fc
  .tuple(
    fc.integer({ min: 1, max: 30 }),
    fc.boolean(),
    fc.constantFrom("drop" as const, "drop" as const, "full" as const, "zero" as const),
    fc.tuple(fc.integer({ min: -10, max: 35 }), fc.constantFrom(0, 0, 5)),
  )
  .map(([points, open, policy, [low, extent]]) => ({ points, open, policy, span: [low, low + extent] }));

const limits = fc.constantFrom<Data>({}, { floor: 0 }, { cap: "points" }, { floor: 0, cap: "points" });
const branches = (withLimits: boolean): fc.Arbitrary<Branch> => {
  const groupOf = (children: fc.Arbitrary<Branch>): fc.Arbitrary<Branch> =>
    fc
      .tuple(
        fc.array(children, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.boolean(),
        withLimits ? limits : fc.constant({}),
      )
      .map(([list, renormalise, open, limit]) => ({
        points: list.reduce((sum, child) => sum + child.points, 0),
        open: open && !withLimits,
        policy: "drop" as const,
        renormalise,
        limits: limit,
        children: list,
      }));
  const inner = groupOf(leaves);
  return groupOf(fc.oneof(leaves, inner)).map((root) => ({ ...root, open: false, renormalise: true, limits: {} }));
};

/** The rubric of a tree: each open item asks a fact of its own. */
function rubricOf(root: Branch): { readonly indicators: readonly Data[]; readonly facts: Data; readonly given: Data } {
  const facts: Record<string, unknown> = {};
  const given: Record<string, unknown> = {};
  let count = 0;
  const write = (branch: Branch): Data => {
    count += 1;
    const id = `n${count}`;
    const applies = branch.open ? { ...when(`open-${id}`), if_not_applicable: branch.policy } : {};
    if (branch.open) facts[`open-${id}`] = { type: "boolean" };
    if (branch.children) {
      const parts = { floor: "none", cap: "none", ...branch.limits, ...(branch.renormalise && { renormalise: true }) };
      return node(id, branch.points, { ...parts, ...applies, indicators: branch.children.map(write) });
    }
    const [low, high] = branch.span!;
    facts[`is-${id}`] = { type: "decimal", range: { at_least: low, at_most: high } };
    if (low === high) given[`is-${id}`] = low;
    const knots = [0, 1].map((at) => ({ at, points: at }));
    return node(id, branch.points, {
      floor: "none",
      cap: "none",
      ...applies,
      scoring: { rule: "linear", fact: `is-${id}`, knots, beyond: "extend" },
    });
  };
  return { indicators: root.children!.map(write), facts, given };
}

interface Stand {
  readonly value: Q;
  readonly available: Q;
}

/** Every case of a node: undefined is that it does not apply. `side` 0 takes the low end of every leaf, 1 the high one. */
function cases(branch: Branch, side: 0 | 1): readonly (Stand | undefined)[] {
  const points = whole(branch.points);
  const inside = branch.children ? sums(branch, side) : [{ value: whole(branch.span![side]), available: points }];
  if (!branch.open) return inside;
  const away =
    branch.policy === "drop" ? undefined : { value: branch.policy === "full" ? points : whole(0), available: points };
  return [...inside, away];
}

function sums(group: Branch, side: 0 | 1): readonly (Stand | undefined)[] {
  const combinations = group.children!.reduce<readonly (readonly Stand[])[]>(
    (lists, child) => cases(child, side).flatMap((one) => lists.map((list) => (one ? [...list, one] : list))),
    [[]],
  );
  return combinations.map((list) => {
    if (list.length === 0) return undefined;
    const value = total(list.map((stand) => stand.value));
    const available = total(list.map((stand) => stand.available));
    const points = whole(group.points);
    const divided = group.renormalise ? div(mul(value, points), available) : value;
    return { value: limited(divided, group), available: group.renormalise ? points : available };
  });
}

function limited(value: Q, { limits: said = {}, points }: Branch): Q {
  const raised = said["floor"] === 0 ? max(value, whole(0)) : value;
  return said["cap"] === "points" ? min(raised, whole(points)) : raised;
}

function tried(root: Branch): readonly [Q, Q] | undefined {
  const ends = ([0, 1] as const).map((side) => sums(root, side).flatMap((stand) => (stand ? [stand.value] : [])));
  if (ends[0]!.length === 0) return undefined;
  return [ends[0]!.reduce(min), ends[1]!.reduce(max)];
}

const engine = (root: Branch): { least: string | null; most: string | null } => {
  const { indicators, facts, given } = rubricOf(root);
  const parts = { points: root.points, floor: "none", cap: "none", renormalise: true };
  const score = scorer(sheet({ ...parts, indicators, facts }), scheme(ANY));
  return nodeAt(score({ facts: given }), "sheet").bounds!;
};

describe("bounds of a sheet that divides, against trying every case", () => {
  test("are exact where nothing is limited in between", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(branches(false), (root) => {
        const expected = tried(root)!;
        const { least, most } = engine(root);
        expect([least, most]).toEqual(expected.map(print));
      }),
      { seed: 70, numRuns: 250 },
    );
  });

  test("leave nothing out where floors and caps stand in between", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(branches(true), (root) => {
        const [low, high] = tried(root)!;
        const { least, most } = engine(root);
        expect(least === null || compare(spelled(least), low) <= 0).toBe(true);
        expect(most === null || compare(spelled(most), high) >= 0).toBe(true);
      }),
      { seed: 71, numRuns: 250 },
    );
  });
});

describe("a leaf of its own", () => {
  test("has the bounds it would have if it applied", () => {
    const score = scorer(
      sheet({
        renormalise: true,
        facts: booleans("x"),
        indicators: [
          worth("K", 50, { floor: 0, cap: "points" }),
          node("F", 50, { ...when("x"), scoring: { rule: "flag", fact: { type: "boolean" }, points: 30 } }),
        ],
      }),
      scheme({ outcomes: [{ id: "any", otherwise: true }], goal: "any" }),
    );
    expect(standing(nodeAt(score(), "F"))).toBe("unknown 0 to 30");
  });
});
