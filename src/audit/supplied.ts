/** Values of the fact sheet as a record prints them, read again as what they are declared to be. */
import type { EntryResult, FactNote, FactState, PrintedField, ReadValue } from "../model/assessment.js";
import type { EventsFact, FieldDeclaration, Option, SuppliedValue } from "../model/fact.js";
import type { Interval } from "../model/numbers.js";
import { isDay } from "./days.js";
import { isNumber, numberOf, spelled } from "./rational.js";
import { isInside } from "./tests.js";

export interface Printed {
  readonly state: Extract<FactState, "given" | "invalid">;
  readonly value: ReadValue;
}

/** A list of events of which some cannot be read still has a length. */
export function printedAs(declared: FactNote, given: SuppliedValue): Printed {
  if (declared.type === "events") {
    const entries = printedEntries(given, declared);
    if (!entries) return UNUSABLE;
    return { state: entries.includes(undefined) ? "invalid" : "given", value: entries.length };
  }
  const value = valueOf(declared, given);
  return value === undefined ? UNUSABLE : { state: "given", value };
}

const UNUSABLE: Printed = { state: "invalid", value: null };

function valueOf(declared: Exclude<FactNote, { type: "events" }>, given: SuppliedValue): ReadValue | undefined {
  switch (declared.type) {
    case "boolean":
      return typeof given === "boolean" ? given : undefined;
    case "integer":
    case "decimal":
      return numberIn(declared.range, declared.type === "integer", given);
    case "date":
      return isDay(given) ? given : undefined;
    case "choice":
      return optionOf(declared.options, given);
    case "choices": {
      if (!Array.isArray(given)) return undefined;
      const held = given.map((each: SuppliedValue) => optionOf(declared.options, each));
      // A set has no order of its own: that of the declaration.
      return held.includes(undefined) ? undefined : idsOf(declared.options).filter((id) => held.includes(id));
    }
    case "text":
      return typeof given === "string" || typeof given === "boolean" ? String(given) : undefined;
    case "credit-code":
      return typeof given === "string" && isCreditCode(given) ? given : undefined;
  }
}

/** What authors write as a number. */
const MOST_DIGITS = 40;

function numberIn(range: Interval, whole: boolean, given: SuppliedValue): string | undefined {
  if (!isNumber(given) || given.length > MOST_DIGITS || given.includes("/")) return undefined;
  const number = numberOf(given);
  return (whole && number.d !== 1n) || !isInside(range, number) ? undefined : spelled(number);
}

/** An option may be called `true`. */
function optionOf(options: readonly Option[], given: SuppliedValue | undefined): string | undefined {
  const text = typeof given === "boolean" ? String(given) : given;
  return typeof text === "string" && idsOf(options).includes(text) ? text : undefined;
}

function idsOf(options: readonly Option[]): readonly string[] {
  return options.map(({ id }) => id);
}

/** GB 32100-2015: the last character makes the weighted sum of all a multiple of 31. */
function isCreditCode(text: string): boolean {
  const places = [...text].map((character) => "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(character));
  if (text.length !== 18 || places.includes(-1)) return false;
  let weight = 1;
  let total = 0;
  for (const place of places.slice(0, -1)) {
    total += place * weight;
    weight = (weight * 3) % 31;
  }
  return (total + places.at(-1)!) % 31 === 0;
}

export type PrintedEntry = Pick<EntryResult, "date" | "kind" | "fields">;

/** Entry by entry, undefined where one cannot be read; and undefined where this is no list. */
export function printedEntries(
  given: SuppliedValue | undefined,
  fact: Omit<EventsFact, "path">,
): readonly (PrintedEntry | undefined)[] | undefined {
  return Array.isArray(given) ? given.map((entry: SuppliedValue) => printedEntry(entry, fact)) : undefined;
}

function printedEntry(entry: SuppliedValue, { kinds, fields }: Omit<EventsFact, "path">): PrintedEntry | undefined {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return undefined;
  const said = entry as { readonly [key: string]: SuppliedValue };
  const names = ["date", "kind", ...fields.map(({ name }) => name)];
  const own = (name: string): SuppliedValue | undefined => (Object.hasOwn(said, name) ? said[name] : undefined);
  const [date, given] = [own("date"), own("kind")];
  const kind = kinds ? optionOf(kinds, given) : given;
  if (!isDay(date) || typeof kind !== "string" || !Object.keys(said).every((name) => names.includes(name)))
    return undefined;
  const printed: PrintedField[] = [];
  for (const field of fields) {
    const value = own(field.name) ?? null;
    if (value === null && field.optional) continue;
    const read = fieldValue(field, value);
    if (read === undefined) return undefined;
    printed.push({ name: field.name, value: read });
  }
  return { date, kind, fields: printed };
}

function fieldValue(
  { type, range, options = [] }: FieldDeclaration,
  given: SuppliedValue,
): string | boolean | undefined {
  switch (type) {
    case "boolean":
      return typeof given === "boolean" ? given : undefined;
    case "integer":
    case "decimal":
      return numberIn(range, type === "integer", given);
    case "date":
      return isDay(given) ? given : undefined;
    case "choice":
      return optionOf(options, given);
    case "text":
      return typeof given === "string" ? given : undefined;
  }
}
