/** The entries of a list that something counts: each with what it says, and why it does not count. */
import type { Because, EntryResult } from "../model/assessment.js";
import type { FieldCondition, Within } from "../model/condition.js";
import { inputsOf } from "./facts.js";
import { fieldConditionText, fieldOf, fieldTitle, fieldValueText, kindTitle } from "./fields.js";
import { type Telling, beforeWord, bracketed, say } from "./telling.js";
import { outsideText } from "./windows.js";

/** `2022-08-09 行业惩戒（职务：高级管理人员）`. */
export function entryText(entry: Omit<EntryResult, "excluded">, fact: string, telling: Telling): string {
  const fields = entry.fields.map(({ name, value }) => {
    const field = fieldOf(name, fact, telling);
    return `${fieldTitle(name, fact, telling)}${say(telling, "：", ": ")}${fieldValueText(value, field, telling)}`;
  });
  const about = fields.length === 0 ? "" : bracketed(fields.join(say(telling, "；", "; ")), telling);
  return `${entry.date} ${kindTitle(entry.kind, fact, telling)}${about}`;
}

interface Filter {
  readonly within?: Within | undefined;
  readonly where?: FieldCondition | undefined;
}

/** Why an entry does not count. */
export function excludedText(
  entry: EntryResult & { readonly excluded: NonNullable<EntryResult["excluded"]> },
  { within, where }: Filter,
  fact: string,
  telling: Telling,
): string {
  switch (entry.excluded) {
    case "later":
      return say(telling, "晚于评价日，不计", "after the as-of date, does not count");
    case "window":
      return `${within ? outsideText(within, entry, fact, telling) : ""}${say(telling, "，不计", ", does not count")}`;
    case "where": {
      const asked = where ? fieldConditionText(where, fact, telling) : "";
      return say(telling, `不属于${beforeWord(asked)}的记录，不计`, `not one where ${asked}, does not count`);
    }
  }
}

/** What a condition counted, below the sentence about it. */
export function countedLines({ read, test, entries = [] }: Because, telling: Telling): readonly string[] {
  const filter = (test["not"] ?? test) as Filter;
  return entries.map((entry) => entryLine(entry, filter, read, telling));
}

/** The same of derived counts among the facts that something read, and among what those are derived from. */
export function derivedEntryLines(fact: string, telling: Telling, seen = new Set<string>()): readonly string[] {
  if (seen.has(fact)) return [];
  seen.add(fact);
  const declared = telling.facts.get(fact);
  const below = inputsOf(declared).flatMap((input) => derivedEntryLines(input, telling, seen));
  const derive = declared && "derive" in declared ? declared.derive : undefined;
  if (derive?.kind !== "count") return below;
  const entries = telling.entries.get(fact) ?? [];
  return [...below, ...entries.map((entry) => entryLine(entry, derive, derive.fact, telling))];
}

function entryLine(entry: EntryResult, filter: Filter, fact: string, telling: Telling): string {
  const { excluded } = entry;
  const verdict =
    excluded === undefined
      ? say(telling, "计入", "counts")
      : excludedText({ ...entry, excluded }, filter, fact, telling);
  return `${entryText(entry, fact, telling)}${say(telling, "：", ": ")}${verdict}`;
}
