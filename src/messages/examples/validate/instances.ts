/** Examples: what is scored for each of a list of things, such as building projects. */
import type { ValidateCode } from "../../../model/codes.js";
import type { Example, Parts } from "../example.js";

const sheet = "renormalise: true\ninstances: { projects: { title: 在建项目 } }";
const safe = "safe: { type: boolean, title: 无安全事故, each: projects }";
const area = (more: string) => `area: { type: decimal, title: 建筑面积, unit: 平方米${more} }`;
/** A group of one indicator, with these lines of its own. */
const group = (...lines: readonly string[]): string =>
  [
    "- id: B",
    "  title: 项目管理",
    "  points: 2",
    ...lines.map((line) => `  ${line}`),
    "  indicators:",
    "    - { id: B1, title: 安全生产, points: 2, scoring: { rule: flag, fact: safe } }",
  ].join("\n");
/** The same, with an indicator that reads the size. */
const sized = (...lines: readonly string[]): string =>
  [
    "- id: B",
    "  title: 项目规模",
    "  points: 2",
    ...lines.map((line) => `  ${line}`),
    "  indicators:",
    "    - id: B1",
    "      title: 建筑面积",
    "      points: 2",
    "      scoring: { rule: tiers, fact: area, tiers: [{ at_least: 5000, points: 2 }, { below: 5000, points: 0 }] }",
  ].join("\n");
const grouped = (...lines: readonly string[]): Parts => ({ indicators: group(...lines) });
const weighted: Parts = {
  sheet,
  indicators: group("each: projects", "combine: weighted_mean", "weight_by: area"),
};
const listed = (...entries: readonly string[]): Parts => ({
  factSheet: ["instances:", "  projects:", ...entries.map((entry) => `    - ${entry}`)].join("\n"),
});

export const instanceExamples = {
  "instances-undeclared": {
    given: { facts: safe },
    bad: {
      sheet: "renormalise: true\ninstances: { projects: { title: 在建项目 } }",
      ...grouped("each: project", "combine: mean"),
    },
    good: {
      sheet: "renormalise: true\ninstances: { projects: { title: 在建项目 } }",
      ...grouped("each: projects", "combine: mean"),
    },
  },
  "each-nested": {
    given: { sheet, facts: safe },
    bad: {
      indicators: `- id: B
  title: 项目管理
  points: 2
  each: projects
  combine: mean
  indicators:
${group("each: projects", "combine: min").replaceAll(/^/gm, "    ").replace("id: B\n", "id: C\n")}`,
    },
    good: {
      indicators: `- id: B
  title: 项目管理
  points: 2
  each: projects
  combine: mean
  indicators:
${group().replaceAll(/^/gm, "    ").replace("id: B\n", "id: C\n")}`,
    },
  },
  "each-not-combined": {
    given: { sheet, facts: safe },
    bad: grouped("each: projects"),
    good: grouped("each: projects", "combine: mean"),
  },
  "weight-by-unstated": {
    given: { sheet, facts: `${safe}\n${area(", each: projects, range: { above: 0 }")}` },
    bad: grouped("each: projects", "combine: weighted_mean"),
    good: grouped("each: projects", "combine: weighted_mean", "weight_by: area"),
  },
  "weight-by-unused": {
    given: { sheet, facts: area(", each: projects, range: { above: 0 }") },
    bad: { indicators: sized("each: projects", "combine: mean", "weight_by: area") },
    good: { indicators: sized("each: projects", "combine: mean") },
  },
  "weight-by-unfit": {
    given: { ...weighted, facts: safe },
    bad: { facts: area(", range: { above: 0 }") },
    good: { facts: area(", each: projects, range: { above: 0 }") },
  },
  "weight-may-be-zero": {
    given: { ...weighted, facts: safe },
    bad: { facts: area(", each: projects, range: { at_least: 0 }") },
    good: { facts: area(", each: projects, range: { above: 0 }") },
  },
  "derivation-leaves-instance": {
    given: {
      sheet,
      facts: `inside: { type: decimal, title: 室内面积, each: projects, range: { above: 0 } }
outside: { type: decimal, title: 室外面积, each: projects, range: { above: 0 } }`,
      indicators: sized("each: projects", "combine: mean"),
    },
    bad: { facts: "area: { type: decimal, title: 建筑面积, derive: { sum: [inside, outside] } }" },
    good: { facts: "area: { type: decimal, title: 建筑面积, each: projects, derive: { sum: [inside, outside] } }" },
  },
  "too-many-instances": {
    given: { sheet, facts: safe, ...grouped("each: projects", "combine: mean") },
    bad: listed("{ id: p1, facts: { safe: true } }", "{ id: p2, facts: { safe: true } }", "# …"),
    good: listed("{ id: p1, facts: { safe: true } }", "{ id: p2, facts: { safe: true } }"),
    abridged: { zh: "一共列出一千零一个项目", en: "a thousand and one projects in all" },
  },
} satisfies Partial<Record<ValidateCode, Example>>;
