/** Random fact sheets for random rubrics: from everything given to hardly anything, with wrong values among them. */
import { addDays, mustDay, printDay } from "../oracle/calendar.js";
import { declaredFacts } from "../oracle/facts.js";
import { chosenOf, schemeOf } from "../oracle/blend.js";
import { has, list, maps, text } from "../oracle/plain.js";
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
    const value = has(declaration, "derive") ? undefined : supplied(ask, id, declaration, random.kind(fates));
    if (value !== undefined) facts[id] = value;
  }
  return {
    ...start,
    ...(random.chance(70) ? { subject: { id: "91110105MA0000000X", name: "示例企业" } } : {}),
    ...(random.chance(50) ? { role: "self" } : {}),
    ...(random.chance(20) ? { closed: true } : random.chance(10) ? { closed: false } : {}),
    facts,
    judgements: judgements(random, rubrics, start, fates),
    not_applicable: declaredOut(random, rubrics, start),
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
  const open = maps(scheme["blend"]).find((component) => has(component, "one_of"));
  if (open === undefined || random.chance(20)) return {};
  return { sheets: { [text(open["id"])]: `${text(random.pick(list(open["one_of"])))}-sheet` } };
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

/** Leaves of the named sheets with the component they stand in. */
export function namedNodes(rubrics: readonly PlainMap[], factSheet: PlainMap): { component: string; node: PlainMap }[] {
  return chosenOf(rubrics, factSheet).flatMap(({ component, sheet }) =>
    sheet === undefined ? [] : below(sheet).map((node) => ({ component: text(component["id"]), node })),
  );
}

const below = (node: PlainMap): PlainMap[] => maps(node["indicators"]).flatMap((child) => [child, ...below(child)]);

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
): PlainMap {
  const judged = namedNodes(rubrics, start).filter(({ node }) => has(node, "scoring") && isJudged(node));
  const entries = judged.flatMap(({ component, node }): [string, Plain][] => {
    const fate = random.kind(fates);
    if (fate === "unknown" || fate === "missing") return [];
    const made = fate === "given" ? usableJudgement(random, node) : unusableJudgement(random, node);
    return [[spell(random, rubrics, start, component, text(node["id"])), made]];
  });
  return Object.fromEntries(entries);
}

function declaredOut(random: Random, rubrics: readonly PlainMap[], start: PlainMap): PlainMap {
  const often = random.pick([15, 30, 75]);
  const optional = namedNodes(rubrics, start).filter(
    ({ node }) => node["may_be_not_applicable"] === true && random.chance(often),
  );
  return Object.fromEntries(
    optional.map(({ component, node }) => [
      spell(random, rubrics, start, component, text(node["id"])),
      { by: "审核员甲", reason: "无生产场所" },
    ]),
  );
}
