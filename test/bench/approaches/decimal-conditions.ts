/** The eight conditions for the decimal.js walk, each with what was asked and answered. */
import { Decimal } from "decimal.js";
import { fullYears, seriousBreaches } from "../host.js";
import type { Enterprise, PlainValue } from "../plain.js";

export interface Checked {
  readonly id: string;
  readonly satisfied: boolean;
  readonly because: readonly { readonly read: string; readonly value: PlainValue; readonly holds: boolean }[];
}

type Facts = Enterprise["facts"];
type Ask = (fact: string, holds: (value: PlainValue) => boolean) => boolean;

export function bindConditions(): (facts: Facts) => readonly Checked[] {
  const [three, five, hundred] = [new Decimal(3), new Decimal(5), new Decimal(100)];
  const conditions: readonly (readonly [string, (ask: Ask) => boolean])[] = [
    ["E1", (ask) => ask("registered", yes)],
    [
      "E2",
      (ask) => all([ask("independent", yes), ask("domicile", (place) => place === "beijing" || place === "zone")]),
    ],
    ["E3", (ask) => ask("founded", (day) => new Decimal(fullYears(day as string)).greaterThanOrEqualTo(three))],
    ["E4", (ask) => ask("breaches", (events) => seriousBreaches({ breaches: events }) <= 0)],
    [
      "E5",
      (ask) =>
        some([
          ask("staff", (staff) => new Decimal(staff as number).greaterThanOrEqualTo(five)),
          ask("revenue", (revenue) => new Decimal(revenue as number).greaterThan(hundred)),
        ]),
    ],
    [
      "E6",
      (ask) =>
        [ask("code_published", yes), ask("staff_trained", yes), ask("officer_named", yes)].filter(Boolean).length >= 2,
    ],
    ["E7", (ask) => !ask("insolvent", yes)],
    ["E8", (ask) => ask("tax_grade", (grade) => grade === "A" || grade === "B" || grade === "M")],
  ];
  return (facts) =>
    conditions.map(([id, require]) => {
      const because: { read: string; value: PlainValue; holds: boolean }[] = [];
      const satisfied = require((fact, test) => {
        const value = facts[fact]!;
        const holds = test(value);
        because.push({ read: fact, value, holds });
        return holds;
      });
      return { id, satisfied, because };
    });
}

function yes(value: PlainValue): boolean {
  return value === true;
}

/** Everything is asked before anything is decided, so that everything is reported. */
function all(answers: readonly boolean[]): boolean {
  return answers.every(Boolean);
}

function some(answers: readonly boolean[]): boolean {
  return answers.some(Boolean);
}
