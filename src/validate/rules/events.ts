/** `events`: a start, and points for each event that counts, by the first line that matches it. */
import type { DocumentValue } from "../../model/document.js";
import type { EventLine, EventsRule } from "../../model/scoring.js";
import { compare, exact } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import { hints } from "../../messages/validate.js";
import { checkEntryCondition } from "../condition-types.js";
import { readEntryCondition } from "../entry-conditions.js";
import { all, given, someOf } from "../given.js";
import type { Report } from "../report.js";
import { decimal, decimalOr, id, oneOf } from "../scalars.js";
import { givenList, part, shape } from "../shape.js";
import { checkWithin, readWithin } from "../within.js";
import { optional, strictObject } from "../zod.js";
import { endlessFrom, withEndless } from "./endless.js";
import { factOfType, readFactReference } from "./fact-reference.js";
import { type RuleModule, reachOf, ruleShape } from "./rule.js";
import { startOf } from "./start.js";

export const eventsShape = strictObject({
  rule: oneOf(["events"]),
  fact: part("fact-reference"),
  start: decimalOr(["zero", "full"]),
  within: optional(part("within")),
  where: optional(part("entry-condition")),
  points: part("event-lines"),
});
export const lineShape = strictObject({ kind: optional(id), when: optional(part("entry-condition")), points: decimal });

export const events: RuleModule<EventsRule> = {
  read(reading) {
    const { path, report, leaf } = reading;
    const { ok, fields } = ruleShape(eventsShape, reading);
    const fact = readFactReference(fields.fact, reading);
    const within = readWithin(fields.within, pointer(path, "within"), report);
    const where = readEntryCondition(fields.where, pointer(path, "where"), report);
    const lines = readLines(fields.points, pointer(path, "points"), report);
    const start = fields.start === undefined ? undefined : startOf(fields.start, leaf.points);
    if (!ok || fact === undefined || start === undefined || !lines) return undefined;
    if ((fields.within !== undefined && !within) || (fields.where !== undefined && !where)) return undefined;
    return given({ rule: "events" as const, fact, start, within, where, lines });
  },

  check(rule, check) {
    const { path, report } = check;
    const fact = factOfType(rule.fact, ["events"], pointer(path, "fact"), check);
    if (!fact) return;
    checkWithin(rule.within, fact, check.facts, pointer(path, "within"), report);
    if (rule.where) checkEntryCondition(rule.where, fact, check.facts, pointer(path, "where"), report);
    for (const [i, line] of rule.lines.entries()) {
      const at = pointer(pointer(path, "points"), i);
      if (line.when) checkEntryCondition(line.when, fact, check.facts, pointer(at, "when"), report);
      const kinds = fact.kinds && check.facts.words(fact.kinds);
      if (line.kind === undefined || !kinds || kinds.has(line.kind)) continue;
      const near = report.nearest(line.kind, kinds.list);
      const data = { kind: line.kind, fact: fact.id, allowed: someOf(kinds.list), nearest: near };
      report.add("event-kind-unknown", pointer(at, "kind"), data, {
        hint: near.length > 0 ? hints.didYouMean : undefined,
      });
    }
  },

  reach({ fact, start, lines }, { points }) {
    const from = exact(start);
    const ends = lines.map((line) =>
      endlessFrom(from, exact(line.points), points, (times) => `${fact}: ${times.n} × ${line.kind ?? line.points}`),
    );
    return withEndless(reachOf([{ points: from, witness: `${fact}: []` }], compare), ends);
  },
};

function readLines(value: DocumentValue | undefined, path: string, report: Report): readonly EventLine[] | undefined {
  return all(
    givenList(value, path, report)?.map((line, i): EventLine | undefined => {
      const at = pointer(path, i);
      const { ok, fields } = shape(lineShape, line, at, report);
      const when = readEntryCondition(fields.when, pointer(at, "when"), report);
      if (!ok || (fields.when !== undefined && !when)) return undefined;
      return given({ kind: fields.kind, when, points: fields.points });
    }),
  );
}
