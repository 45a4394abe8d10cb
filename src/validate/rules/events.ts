/** `events`: a start, and points for each event that counts, by the first line that matches it. */
import type { DocumentValue } from "../../model/document.js";
import type { EventsFact } from "../../model/fact.js";
import type { EventLine, EventsRule, RestoreLine } from "../../model/scoring.js";
import { add, compare, exact, multiply } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import { hints } from "../../messages/validate.js";
import { checkEntryCondition } from "../condition-types.js";
import { theOneKey } from "../dispatch.js";
import { readEntryCondition } from "../entry-conditions.js";
import { fieldOf, reportUndeclared } from "../entry-fields.js";
import { all, given, someOf } from "../given.js";
import type { Report } from "../report.js";
import { decimal, decimalOr, id, listOf, oneOf, positive, positiveCount, share } from "../scalars.js";
import { givenList, isGivenMapping, part, shape } from "../shape.js";
import { checkWithin, readWithin } from "../within.js";
import { optional, strictObject } from "../zod.js";
import { endlessFrom, withEndless } from "./endless.js";
import { factOfType, readFactReference } from "./fact-reference.js";
import { type RuleCheck, type RuleModule, reachOf, ruleShape } from "./rule.js";
import { startOf } from "./start.js";

export const eventsShape = strictObject({
  rule: oneOf(["events"]),
  fact: part("fact-reference"),
  start: decimalOr(["zero", "full"]),
  within: optional(part("within")),
  where: optional(part("entry-condition")),
  points: part("event-lines"),
  restore: optional(part("restore-lines")),
  once_per: optional(listOf(id)),
  repeat: optional(oneOf(["double"])),
  at_most_count: optional(positiveCount),
});
export const restoreShareShape = strictObject({ when: optional(part("entry-condition")), share });
export const restorePointsShape = strictObject({ when: optional(part("entry-condition")), points: positive });
const shareIfShape = strictObject({ ...restoreShareShape.shape, when: part("entry-condition") });
const pointsIfShape = strictObject({ ...restorePointsShape.shape, when: part("entry-condition") });
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
    const restore = readRestore(fields.restore, pointer(path, "restore"), report);
    if (!ok || fact === undefined || start === undefined || !lines) return undefined;
    if ((fields.within !== undefined && !within) || (fields.where !== undefined && !where)) return undefined;
    if (fields.restore !== undefined && !restore) return undefined;
    const { once_per: oncePer, repeat, at_most_count: count } = fields;
    const atMostCount = count === undefined ? undefined : Number(count);
    return given({ rule: "events" as const, fact, start, within, where, lines, restore, oncePer, repeat, atMostCount });
  },

  check(rule, check) {
    const { path, report } = check;
    const fact = factOfType(rule.fact, ["events"], pointer(path, "fact"), check);
    if (!fact) return;
    checkWithin(rule.within, fact, check.facts, pointer(path, "within"), report);
    if (rule.where) checkEntryCondition(rule.where, fact, check.facts, pointer(path, "where"), report);
    checkRestore(rule, fact, check);
    checkMatter(rule.oncePer ?? [], fact, check);
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

  reach({ fact, start, lines, repeat, atMostCount }, { points }) {
    const from = exact(start);
    const name = ({ kind, points }: EventLine): string => kind ?? points;
    if (atMostCount === undefined) {
      const ends = lines.map((line) =>
        endlessFrom(from, exact(line.points), points, (times) => `${fact}: ${times.n} × ${name(line)}`),
      );
      return withEndless(reachOf([{ points: from, witness: `${fact}: []` }], compare), ends);
    }
    // The first of a kind is no repetition: one more of it, and all that count are.
    const [often, factor] = repeat ? [atMostCount + 1, 2 * atMostCount] : [atMostCount, atMostCount];
    const all = lines.map((line) => ({
      points: add(from, multiply(exact(line.points), { n: BigInt(factor), d: 1n })),
      witness: `${fact}: ${often} × ${name(line)}`,
    }));
    return reachOf([{ points: from, witness: `${fact}: []` }, ...all], compare);
  },
};

/** Only the last line may leave out `when`: what stands behind it would never be looked at. */
function readRestore(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): readonly RestoreLine[] | undefined {
  const lines = givenList(value, path, report);
  return all(lines?.map((line, i) => readRestoreLine(line, i === lines.length - 1, pointer(path, i), report)));
}

function readRestoreLine(line: DocumentValue, isLast: boolean, path: string, report: Report): RestoreLine | undefined {
  if (!isGivenMapping(line, path, report)) return undefined;
  const kind = theOneKey(line, ["share", "points"], path, report, { beside: ["when"] });
  if (kind === undefined) return undefined;
  const shaped =
    kind === "share"
      ? shape(isLast ? restoreShareShape : shareIfShape, line, path, report)
      : shape(isLast ? restorePointsShape : pointsIfShape, line, path, report);
  const when = readEntryCondition(shaped.fields.when, pointer(path, "when"), report);
  if (!shaped.ok || (shaped.fields.when !== undefined && !when)) return undefined;
  const { fields } = shaped;
  const back = "share" in fields ? { share: fields.share } : { points: fields.points };
  return { ...(when && { when }), ...back };
}

function checkRestore({ restore, lines }: EventsRule, fact: EventsFact, { path, facts, report }: RuleCheck): void {
  if (!restore) return;
  const at = pointer(path, "restore");
  for (const [i, { when }] of restore.entries())
    if (when) checkEntryCondition(when, fact, facts, pointer(pointer(at, i), "when"), report);
  if (lines.every(({ points }) => exact(points).n >= 0n)) report.add("nothing-to-restore", at, {}, { part: "key" });
}

function checkMatter(names: readonly string[], fact: EventsFact, { path, facts, report }: RuleCheck): void {
  const at = pointer(path, "once_per");
  for (const [i, name] of names.entries()) {
    if (!fieldOf(name, fact, facts)) reportUndeclared(name, fact, pointer(at, i), report);
    else if (names.indexOf(name) < i) report.add("duplicate-entry", pointer(at, i), { id: name });
  }
}

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
