/** The shipped examples come out as the comments in their files say, to the last digit, and their figures add up. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type Assessment,
  type Node,
  assessmentIn,
  chengxin,
  example,
  nodesOf,
  patient,
  shipped,
  workplace,
} from "./command.js";

workplace();

interface Said {
  readonly outcome: string;
  readonly possible?: readonly string[];
  readonly exact?: string;
  readonly display?: string;
  readonly bounds?: readonly [string, string];
  readonly eligibility: string;
  /** As the head of the file has them: base and sector. */
  readonly sheets?: readonly [string, string];
  /** Passages of the comment at the head of the file. */
  readonly comment: readonly string[];
}

const said: Readonly<Record<string, Said>> = {
  strong: {
    outcome: "expert-review",
    exact: "94.235",
    display: "94.24",
    eligibility: "eligible",
    sheets: ["93.65", "95.6"],
    comment: ["基础指标93.65分，行业指标95.6分", "94.235 exactly, displayed 94.24"],
  },
  "exactly-80": {
    outcome: "expert-review",
    exact: "80",
    display: "80.00",
    eligibility: "eligible",
    sheets: ["3965/49", "545/7"],
    comment: ["3965/49 × 0.7 + 545/7 × 0.3", "= 80"],
  },
  "just-below-80": {
    outcome: "not-shortlisted",
    exact: "55997/700",
    display: "80.00",
    eligibility: "eligible",
    sheets: ["39647/490", "545/7"],
    comment: ["基础指标39647/490，行业指标545/7", "55997/700", "3/700"],
  },
  "decided-early": {
    outcome: "expert-review",
    bounds: ["81.005", "96.055"],
    eligibility: "eligible",
    comment: ["至少值81.005分，至多96.055分"],
  },
  open: {
    outcome: "undetermined",
    possible: ["ineligible", "expert-review", "not-shortlisted"],
    bounds: ["12099/175", "28853/350"],
    eligibility: "undetermined",
    comment: ["12099/175（约69.14）与 28853/350（约82.44）"],
  },
  ineligible: {
    outcome: "ineligible",
    exact: "91.085",
    display: "91.09",
    eligibility: "ineligible",
    sheets: ["89.15", "95.6"],
    comment: ["基础指标89.15分，行业指标95.6分", "91.085"],
  },
  "title-holder": {
    outcome: "re-examination",
    bounds: ["17.7", "100"],
    eligibility: "undetermined",
    comment: ["17.7与100之间", "re-examination is certain"],
  },
};

test("there are these examples and no others", () => {
  const files = readdirSync(join(shipped, "examples")).sort();
  expect(files).toEqual(
    Object.keys(said)
      .map((name) => `${name}.facts.yaml`)
      .sort(),
  );
});

/** As the shipped scheme names its outcomes. */
const titles: Readonly<Record<string, string>> = {
  "re-examination": "not recommended again, files re-examination material",
  ineligible: "ineligible",
  "expert-review": "may enter expert review",
  "not-shortlisted": "not shortlisted",
};

describe.concurrent.each(Object.entries(said))("%s", patient, (name, claim) => {
  let assessment: Assessment;
  beforeAll(async () => {
    const { exit, stdout, stderr } = await chengxin(["score", example(name), "--format", "json"]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    assessment = assessmentIn(stdout);
  }, 60_000);

  test("comes out as its comment says", () => {
    const comment = readFileSync(example(name), "utf8").split("\nkind:")[0]!;
    for (const passage of claim.comment) expect(comment).toContain(passage);
    const { score, decision, eligibility, components } = assessment;
    expect(eligibility.status).toBe(claim.eligibility);
    expect(decision).toMatchObject({
      outcome: claim.outcome,
      certain: claim.possible === undefined,
      possible: claim.possible ?? [claim.outcome],
      threshold: "80",
    });
    expect([score.exact, score.display]).toEqual([claim.exact ?? null, claim.display ?? null]);
    const [least, most] = claim.bounds ?? [claim.exact, claim.exact];
    expect(score.bounds).toMatchObject({ least, most });
    if (claim.sheets) expect(components.map(({ root }) => root!.awarded!.exact)).toEqual(claim.sheets);
  });

  test("has figures that add up at every node", () => {
    for (const node of nodesOf(assessment)) {
      if (!node.children || node.contribution === null) continue;
      expect([node.id, sum([...node.children, ...node.adjustments])]).toEqual([node.id, normal(node.contribution)]);
    }
    const { exact } = assessment.score;
    if (exact === null) return;
    const roots = assessment.components.map(({ root }) => root!);
    expect(sum(roots)).toBe(normal(exact));
    // No adjustment stands above a leaf, so the leaves alone make the score.
    if (nodesOf(assessment).every((node) => !node.children || node.adjustments.length === 0)) {
      expect(sum(nodesOf(assessment).filter((node) => !node.children))).toBe(normal(exact));
    }
  });

  test("prints the same figures as text", async () => {
    const { exit, stdout } = await chengxin(["score", example(name), "--lang", "en"]);
    expect(exit).toBe(0);
    if (claim.exact)
      expect(stdout).toContain(
        `score: ${claim.exact}${claim.exact === claim.display ? "" : ` (shown as ${claim.display})`}\n`,
      );
    if (claim.bounds) expect(stdout).toContain(`score: open, between ${claim.bounds[0]} … ${claim.bounds[1]}\n`);
    const possible = claim.possible?.map((id) => `${titles[id]} (${id})`).join(", ");
    const outcome = possible === undefined ? `${titles[claim.outcome]} (${claim.outcome})` : `open, one of ${possible}`;
    expect(stdout).toContain(`outcome: ${outcome}\n`);
    expect(stdout).toContain(`eligibility: ${claim.eligibility}\n`);
  });
});

type Fraction = readonly [bigint, bigint];

function fraction(text: string): Fraction {
  const [over, under = "1"] = text.split("/");
  const places = over!.split(".")[1]?.length ?? 0;
  return [BigInt(over!.replace(".", "")), 10n ** BigInt(places) * BigInt(under)];
}

/** In lowest terms, so that equal sums are equal texts. */
function normal(text: string | Fraction): string {
  const [over, under] = typeof text === "string" ? fraction(text) : text;
  const by = divisor(over < 0n ? -over : over, under);
  return `${over / by}/${under / by}`;
}

function sum(parts: readonly Pick<Node, "contribution">[]): string {
  const total = parts.reduce<Fraction>(
    ([over, under], { contribution }) => {
      const [a, b] = fraction(contribution!);
      return [over * b + a * under, under * b];
    },
    [0n, 1n],
  );
  return normal(total);
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : divisor(b, a % b);
}
