/** The entries of a list as they are printed, each with why it does not count. */
import { type Amount, formatAmount } from "../base/amount.js";
import { type Day, formatDate } from "../base/calendar.js";
import type { EntryResult, PrintedField } from "../model/assessment.js";
import type { EventsFact } from "../model/fact.js";
import type { Exclusion } from "./events.js";
import type { Event, Events } from "./program.js";

/** Undefined where the list is empty: there is nothing to print then. */
export function entriesOf(
  { entries }: Events,
  fact: EventsFact,
  excludes: (event: Event) => Exclusion | undefined,
): readonly EntryResult[] | undefined {
  if (entries.length === 0) return undefined;
  return entries.map((event) => {
    const excluded = excludes(event);
    const entry = { date: formatDate(event.date), kind: event.kind, fields: printFields(event, fact) };
    return excluded === undefined ? entry : { ...entry, excluded };
  });
}

/** What an entry says beside its date and kind; a list, since an author's names may not be keys. */
export function printFields({ fields }: Event, { fields: declared }: EventsFact): readonly PrintedField[] {
  return declared.flatMap(({ name, type }, i): readonly PrintedField[] => {
    const value = fields[i];
    if (value === undefined) return [];
    if (type === "date") return [{ name, value: formatDate(value as Day) }];
    if (type === "integer" || type === "decimal") return [{ name, value: formatAmount(value as Amount) }];
    return [{ name, value: value as string | boolean }];
  });
}
