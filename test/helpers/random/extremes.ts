/** Completions that push one number as far as it goes: one open thing after another takes the best of its values. */
import { mustDay } from "../oracle/calendar.js";
import { has, ids, map, number, text } from "../oracle/plain.js";
import { spokenFacts } from "../oracle/spoken.js";
import { isWhole, print, ceil, floor } from "../oracle/rational.js";
import { holds, readSpan } from "../oracle/span.js";
import { namedDocuments, openFacts } from "./completions.js";
import { edgesOf } from "./edges.js";
import { declaredFacts } from "../oracle/facts.js";
import { namedNodes } from "./fact-sheet.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Q } from "../oracle/rational.js";
import type { Pair } from "./pair.js";

export interface Choice {
  readonly of: "facts" | "judgements";
  readonly id: string;
  readonly values: readonly Plain[];
}

/**
 * Every open thing with the values among which its extremes lie; undefined where that is not easy to say: derived
 * facts, lists of events, numbers without an end, dates.
 */
export function choicesOf(pair: Pair): Choice[] | undefined {
  const documents = namedDocuments(pair);
  const declarations = declaredFacts(documents);
  if ([...declarations.values()].some((declaration) => has(declaration, "derive"))) return undefined;
  const { numbers } = edgesOf(documents, declarations, mustDay(pair.factSheet["as_of"]));
  const spoken = spokenFacts(documents);
  const choices: Choice[] = [];
  for (const [id, declaration] of openFacts(pair)) {
    const values = extremesOf(declaration, numbers.get(id) ?? []);
    if (values === undefined) return undefined;
    choices.push({ of: "facts", id, values: spoken.has(id) ? [...values, { missing: true }] : values });
  }
  return [...choices, ...openJudgements(pair)];
}

function extremesOf(declaration: PlainMap, edges: readonly Q[]): Plain[] | undefined {
  switch (declaration["type"]) {
    case "boolean":
      return [true, false];
    case "choice":
      return [...ids(declaration["options"])];
    case "choices":
      return subsets(ids(declaration["options"]));
    case "integer":
    case "decimal": {
      const integer = declaration["type"] === "integer";
      const span = readSpan(map(declaration["range"]), integer);
      if (span.lo === null || span.hi === null) return undefined;
      const near = edges.flatMap((edge) => (isWhole(edge) || !integer ? [edge] : [floor(edge), ceil(edge)]));
      return [span.lo, span.hi, ...near].filter((n) => holds(span, n)).map(print);
    }
    default:
      return undefined;
  }
}

const subsets = (options: readonly string[]): string[][] => options.reduce<string[][]>((found, option) => [...found, ...found.map((held) => [...held, option])], [[]]);

function openJudgements(pair: Pair): Choice[] {
  const made = Object.keys(map(pair.factSheet["judgements"]));
  const judged = namedNodes(pair.rubrics, pair.factSheet).filter(({ node }) => map(node["scoring"])["rule"] === "judged");
  const open = judged.filter(({ component, node }) => !made.includes(`${component}/${text(node["id"])}`) && !made.includes(text(node["id"])));
  return open.map(({ component, node }) => {
    const range = map(map(node["scoring"])["range"]);
    return { of: "judgements", id: `${component}/${text(node["id"])}`, values: [range["at_least"], range["at_most"]].map((n) => print(number(n))) };
  });
}

export function take(factSheet: PlainMap, choice: Choice, value: Plain): PlainMap {
  const given = choice.of === "facts" ? value : { points: value, by: "审核员乙", reason: "补充" };
  return { ...factSheet, [choice.of]: { ...map(factSheet[choice.of]), [choice.id]: given } };
}

