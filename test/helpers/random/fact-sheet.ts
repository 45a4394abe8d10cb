/** Random fact sheets for random rubrics: from everything given to hardly anything, with wrong values among them. */
import { addDays, mustDay, printDay } from "../oracle/calendar.js";
import { declaredFacts } from "../oracle/facts.js";
import { chosenOf, schemeOf } from "../oracle/blend.js";
import { has, list, map, maps, text } from "../oracle/plain.js";
import { edgesOf } from "./edges.js";
import { isJudged } from "../oracle/judgements.js";
import { unusableJudgement, usableJudgement } from "./judgements.js";
import { unusable, usable } from "./values.js";
import type { Day } from "../oracle/calendar.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Random } from "./prng.js";
import type { ValueAsk } from "./values.js";

type Fate = "given" | "unknown" | "missing" | "invalid";

const PROFILES: Readonly<Record<string, Readonly<Record<Fate, number>>>> = {
  complete: { given: 100, unknown: 0, missing: 0, invalid: 0 },
  settled: { given: 85, unknown: 0, missing: 15, invalid: 0 },
  mostly: { given: 82, unknown: 8, missing: 6, invalid: 4 },
  sparse: { given: 45, unknown: 40, missing: 10, invalid: 5 },
  messy: { given: 50, unknown: 15, missing: 15, invalid: 20 },
};

export function randomFactSheet(random: Random, rubrics: readonly PlainMap[]): PlainMap {
  const fates =
    PROFILES[random.kind({ complete: 30, settled: 15, mostly: 30, sparse: 15, messy: 10 })] ?? PROFILES["mostly"]!;
  const asOf = randomAsOf(random);
  const scheme = schemeOf(rubrics);
  const sheets = randomChoice(random, scheme);
  const start: PlainMap = {
    kind: "facts",
    scheme: random.chance(30) ? `scheme@${text(scheme["version"])}` : "scheme",
    as_of: printDay(asOf),
    ...sheets,
  };
  const named: PlainMap[] = [scheme];
  for (const { sheet } of chosenOf(rubrics, start)) if (sheet !== undefined) named.push(sheet);
  const ask: ValueAsk = { random, asOf, edges: edgesOf(rubrics, declaredFacts(rubrics), asOf) };
  const facts: Record<string, Plain> = {};
  for (const [id, declaration] of declaredFacts(named)) {
    const value =
      has(declaration, "derive") || has(declaration, "each")
        ? undefined
        : supplied(ask, id, declaration, random.kind(fates));
    if (value !== undefined) facts[id] = value;
  }
  return {
    ...start,
    ...(random.chance(70) ? { subject: { id: "91110105MA0000000X", name: "示例企业" } } : {}),
    ...(random.chance(50) ? { role: "self" } : {}),
    ...(random.chance(20) ? { closed: true } : random.chance(10) ? { closed: false } : {}),
    facts,
    judgements: judgements(random, rubrics, start, fates, undefined),
    not_applicable: declaredOut(random, rubrics, start, undefined),
    ...instances(ask, rubrics, start, named, fates),
    materials: Object.fromEntries(
      maps(scheme["materials"])
        .filter(() => random.chance(60))
        .map((one) => [text(one["id"]), random.chance(80) ? ["doc-7"] : []]),
    ),
  };
}

function randomAsOf(random: Random): Day {
  if (random.chance(12)) return mustDay(random.pick(["2020-02-29", "2024-02-29"]));
  if (random.chance(12)) return mustDay(random.pick(["2023-02-28", "2025-03-01", "2022-12-31", "2023-04-30"]));
  return addDays(mustDay("2023-01-01"), random.int(-900, 900));
}

/** Which sheet stands for a component that may be one of several; sometimes nobody says. */
function randomChoice(random: Random, scheme: PlainMap): PlainMap {
  const open = maps(scheme["blend"]).filter((component) => has(component, "one_of") && !random.chance(20));
  if (open.length === 0) return {};
  const named = open.map((one) => [text(one["id"]), `${text(random.pick(list(one["one_of"])))}-sheet`] as const);
  return { sheets: Object.fromEntries(named) };
}

function supplied(ask: ValueAsk, id: string, declaration: PlainMap, fate: Fate): Plain | undefined {
  const { random } = ask;
  switch (fate) {
    case "unknown":
      return undefined;
    case "missing":
      return { missing: true, ...(random.chance(50) ? { note: "无此项" } : {}) };
    case "given":
    case "invalid": {
      if (has(declaration, "record") && random.chance(70)) return recorded(random, fate, usable(ask, id, declaration));
      const value = fate === "given" ? usable(ask, id, declaration) : unusable(ask, id, declaration);
      return random.chance(30)
        ? {
            value,
            ...(random.chance(50) ? { evidence: ["doc-3"] } : {}),
            ...(random.chance(30) ? { note: "抽查" } : {}),
          }
        : value;
    }
  }
}

/** With the digest of a record, or something that is none. */
function recorded(random: Random, fate: "given" | "invalid", value: Plain): PlainMap {
  const digits = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  const spoilt = random.pick([digits, `sha1:${digits}`, `sha256:${digits.toUpperCase()}`, "sha256:1"]);
  return { value, record: fate === "given" ? `sha256:${digits}` : spoilt };
}

/** Lists with up to three entries, some without any; some lists are not there, and some are broken. */
function instances(
  ask: ValueAsk,
  rubrics: readonly PlainMap[],
  start: PlainMap,
  named: readonly PlainMap[],
  fates: Readonly<Record<Fate, number>>,
): PlainMap {
  const { random } = ask;
  const lists = [...new Set(named.flatMap((sheet) => Object.keys(map(sheet["instances"]))))];
  if (lists.length === 0 && random.chance(80)) return {};
  const given = lists.flatMap((list): [string, Plain][] => {
    const kind = random.kind({ some: 78, none: 8, unlisted: 9, broken: 5 });
    if (kind === "unlisted") return [];
    if (kind === "none") return [[list, []]];
    const entries: Plain[] = Array.from({ length: random.pick([1, 2, 2, 3]) }, (_, i) =>
      instance(ask, `${random.pick(["p", "项目"])}${i + 1}`, list, rubrics, start, named, fates),
    );
    if (kind === "broken") entries.push(random.pick<Plain>([{ ...map(entries[0]) }, {}, { id: "a b" }, "p1"]));
    return [[list, entries]];
  });
  return { instances: Object.fromEntries(given) };
}

export function instance(
  ask: ValueAsk,
  id: string,
  list: string,
  rubrics: readonly PlainMap[],
  start: PlainMap,
  named: readonly PlainMap[],
  fates: Readonly<Record<Fate, number>>,
): PlainMap {
  const facts: Record<string, Plain> = {};
  for (const [fact, declaration] of declaredFacts(named)) {
    if (declaration["each"] !== list || has(declaration, "derive")) continue;
    const value = supplied(ask, fact, declaration, ask.random.kind(fates));
    if (value !== undefined) facts[fact] = value;
  }
  return {
    id,
    ...(ask.random.chance(30) ? { title: `名称 ${id}` } : {}),
    facts,
    judgements: judgements(ask.random, rubrics, start, fates, list),
    not_applicable: declaredOut(ask.random, rubrics, start, list),
  };
}

export interface NamedNode {
  readonly component: string;
  readonly node: PlainMap;
  /** The list for whose instances it is scored. */
  readonly list: string | undefined;
}

/** Nodes of the named sheets with the component they stand in. */
export function namedNodes(rubrics: readonly PlainMap[], factSheet: PlainMap): NamedNode[] {
  return chosenOf(rubrics, factSheet).flatMap(({ component, sheet }) =>
    sheet === undefined ? [] : below(sheet, text(component["id"]), undefined),
  );
}

function below(node: PlainMap, component: string, list: string | undefined): NamedNode[] {
  const inside = has(node, "each") ? text(node["each"]) : list;
  return maps(node["indicators"]).flatMap((child) => [
    { component, node: child, list: inside },
    ...below(child, component, inside),
  ]);
}

/** `component/id`, or the bare id where no other named sheet has it. */
export function spell(
  random: Random,
  rubrics: readonly PlainMap[],
  factSheet: PlainMap,
  component: string,
  id: string,
): string {
  const unique = namedNodes(rubrics, factSheet).filter(({ node }) => node["id"] === id).length === 1;
  return unique && random.chance(50) ? id : `${component}/${id}`;
}

function judgements(
  random: Random,
  rubrics: readonly PlainMap[],
  start: PlainMap,
  fates: Readonly<Record<Fate, number>>,
  list: string | undefined,
): PlainMap {
  const judged = namedNodes(rubrics, start).filter(
    (one) => one.list === list && has(one.node, "scoring") && isJudged(one.node),
  );
  const entries = judged.flatMap(({ component, node }): [string, Plain][] => {
    const fate = random.kind(fates);
    if (fate === "unknown" || fate === "missing") return [];
    const made = fate === "given" ? usableJudgement(random, node) : unusableJudgement(random, node);
    return [[spell(random, rubrics, start, component, text(node["id"])), made]];
  });
  return Object.fromEntries(entries);
}

function declaredOut(
  random: Random,
  rubrics: readonly PlainMap[],
  start: PlainMap,
  list: string | undefined,
): PlainMap {
  const often = random.pick([15, 30, 75]);
  const optional = namedNodes(rubrics, start).filter(
    (one) => one.list === list && one.node["may_be_not_applicable"] === true && random.chance(often),
  );
  const whole = maps(schemeOf(rubrics)["blend"]).filter(
    (component) => component["may_be_not_applicable"] === true && random.chance(often),
  );
  const names = [
    ...optional.map(({ component, node }) => spell(random, rubrics, start, component, text(node["id"]))),
    ...whole.map((component) => text(component["id"])),
  ];
  return Object.fromEntries(names.map((name) => [name, { by: "审核员甲", reason: "无生产场所" }]));
}
