/** A supplied value → the value of its declared type, or a report of why it cannot be used. Never throws. */
import { type Amount, amount, formatAmount, isWhole } from "../base/amount.js";
import { type Day, compareDays, formatDate, parseDate } from "../base/calendar.js";
import { creditCodeProblem } from "../base/credit-code.js";
import { isDecimalText, spellingProblem } from "../base/decimal-text.js";
import { nearest } from "../base/nearest.js";
import { pointer } from "../base/pointer.js";
import type { EventsFact, FactDeclaration, FieldDeclaration, Option, SuppliedValue } from "../model/fact.js";
import type { Interval } from "../model/numbers.js";
import { domainOf, holds, pointDomain } from "./domain.js";
import type { Domain, Event, Events, FieldValue, Interpreted, Report } from "./program.js";

export type Interpret = (value: SuppliedValue, asOf: Day, report: Report) => Interpreted | undefined;

/** One reader for each fact, bound to its declaration. */
export function bindInterpreter(fact: FactDeclaration): Interpret {
  switch (fact.type) {
    case "boolean":
      return (value, _asOf, report) => {
        if (typeof value === "boolean") return value ? TRUE : FALSE;
        report("fact-wrong-type", { expected: "true / false", got: quote(value) });
        return undefined;
      };
    case "integer":
    case "decimal": {
      const whole = fact.type === "integer";
      const read = bindNumber(whole, fact.range);
      return (value, _asOf, report) => {
        const number = read(value, report);
        if (number === undefined) return undefined;
        return { value: number, print: formatAmount(number), state: "given", domain: pointDomain(number, whole) };
      };
    }
    case "date":
      return (value, _asOf, report) => {
        const day = readDate(value, report);
        return day && plain(day, formatDate(day));
      };
    case "choice": {
      const read = bindOption(fact.options);
      return (value, _asOf, report) => {
        const option = read(value, report, "");
        return option === undefined ? undefined : plain(option, option);
      };
    }
    case "choices":
      return bindChoices(fact.options);
    case "text":
      return (value, _asOf, report) => {
        if (typeof value === "string" || typeof value === "boolean") return plain(String(value), String(value));
        report("fact-wrong-type", { expected: "text", got: quote(value) });
        return undefined;
      };
    case "credit-code":
      return (value, _asOf, report) => {
        const problem = typeof value === "string" ? creditCodeProblem(value) : "length";
        if (problem === undefined) return plain(value as string, value as string);
        report("fact-credit-code", { got: quote(value), problem });
        return undefined;
      };
    case "events":
      return bindEvents(fact);
  }
}

const TRUE: Interpreted = { value: true, print: true, state: "given", domain: null };
const FALSE: Interpreted = { value: false, print: false, state: "given", domain: null };

function plain(value: string | Day, print: string): Interpreted {
  return { value, print, state: "given", domain: null };
}

/** Numbers: spelling first, then type, then range, so that one mistake gives one message. */
export function bindNumber(
  whole: boolean,
  range: Interval,
): (value: SuppliedValue, report: Report, path?: string) => Amount | undefined {
  const domain: Domain = domainOf(range, false);
  const shown = rangeText(range);
  return (value, report, path = "") => {
    if (typeof value !== "string" || !isDecimalText(value)) {
      const problem = typeof value === "string" ? (spellingProblem(value) ?? "not-a-number") : "not-a-number";
      report("fact-not-a-number", { got: quote(value), problem }, path);
      return undefined;
    }
    const number = amount(value);
    if (whole && !isWhole(number)) {
      report("fact-not-whole", { got: value }, path);
      return undefined;
    }
    if (!holds(domain, number)) {
      report("fact-out-of-range", { got: value, range: shown }, path);
      return undefined;
    }
    return number;
  };
}

function readDate(value: SuppliedValue, report: Report, path = ""): Day | undefined {
  const day = typeof value === "string" ? parseDate(value) : undefined;
  if (!day) report("fact-not-a-date", { got: quote(value) }, path);
  return day;
}

function bindOption(
  options: readonly Option[],
): (value: SuppliedValue, report: Report, path: string) => string | undefined {
  const ids = Object.freeze(options.map((option) => option.id));
  const known = new Set(ids);
  return (value, report, path) => {
    // An option may be called `true`: as text it is still the author's word.
    const text = typeof value === "boolean" ? String(value) : value;
    if (typeof text === "string" && known.has(text)) return text;
    const suggestions = typeof text === "string" ? nearest(text, ids) : [];
    report("fact-not-an-option", { got: quote(value), options: ids, nearest: suggestions }, path);
    return undefined;
  };
}

function bindChoices(options: readonly Option[]): Interpret {
  const read = bindOption(options);
  const places = new Map(options.map((option, index) => [option.id, index]));
  return (value, _asOf, report) => {
    if (!Array.isArray(value)) {
      report("fact-wrong-type", { expected: "[ … ]", got: quote(value) });
      return undefined;
    }
    const held = new Set<string>();
    let usable = true;
    value.forEach((entry: SuppliedValue, index) => {
      const option = read(entry, report, pointer("", index));
      if (option === undefined) usable = false;
      else held.add(option);
    });
    if (!usable) return undefined;
    // A set has no order: the declaration's, so that the same answer prints the same.
    const list = [...held].sort((a, b) => places.get(a)! - places.get(b)!);
    return { value: list, print: list, state: "given", domain: null };
  };
}

function bindEvents(fact: EventsFact): Interpret {
  const kinds = Object.freeze(fact.kinds?.map((kind) => kind.id) ?? []);
  const readKind = fact.kinds && bindOption(fact.kinds);
  const fields = fact.fields.map((field) => ({ field, read: bindField(field) }));
  const names = ["date", "kind", ...fact.fields.map((field) => field.name)];
  return (value, asOf, report) => {
    if (!Array.isArray(value)) {
      report("fact-wrong-type", { expected: "[ … ]", got: quote(value) });
      return undefined;
    }
    const entries: Event[] = [];
    const doubtful: { kind: string | undefined }[] = [];
    value.forEach((entry: SuppliedValue, index) => {
      const path = pointer("", index);
      if (!isRecord(entry)) {
        report("event-not-an-entry", { got: quote(entry) }, path);
        doubtful.push({ kind: undefined });
        return;
      }
      const event = readEntry(entry, path, report);
      if (!event.usable) doubtful.push({ kind: event.kind });
      else {
        if (compareDays(event.date, asOf) > 0) {
          report("event-in-future", { date: formatDate(event.date), as_of: formatDate(asOf) }, pointer(path, "date"));
        }
        entries.push(event);
      }
    });
    const events: Events = { entries, doubtful };
    return { value: events, print: value.length, state: doubtful.length > 0 ? "invalid" : "given", domain: null };
  };

  function readEntry(
    entry: { readonly [key: string]: SuppliedValue },
    path: string,
    report: Report,
  ): ({ usable: true } & Event) | { usable: false; kind: string | undefined } {
    let usable = true;
    for (const name of Object.keys(entry)) {
      if (names.includes(name)) continue;
      report("event-unknown-field", { field: name, nearest: nearest(name, names) }, pointer(path, name));
      usable = false;
    }
    const kind = readEntryKind(entry["kind"], path, report);
    const date =
      entry["date"] === undefined
        ? missingField("date", path, report)
        : readDate(entry["date"], report, pointer(path, "date"));
    const values = fields.map(({ field, read }): FieldValue | undefined => {
      const value = entry[field.name];
      if (value === undefined || value === null) {
        if (!field.optional) {
          missingField(field.name, path, report);
          usable = false;
        }
        return undefined;
      }
      const result = read(value, report, pointer(path, field.name));
      if (result === undefined) usable = false;
      return result;
    });
    if (!usable || kind === undefined || date === undefined) return { usable: false, kind };
    return { usable: true, kind, date, fields: values };
  }

  function readEntryKind(value: SuppliedValue | undefined, path: string, report: Report): string | undefined {
    if (value === undefined || value === null) return missingField("kind", path, report);
    if (readKind) return readKind(value, report, pointer(path, "kind"));
    if (typeof value === "string") return value;
    report("fact-not-an-option", { got: quote(value), options: kinds, nearest: [] }, pointer(path, "kind"));
    return undefined;
  }
}

function missingField(field: string, path: string, report: Report): undefined {
  report("event-field-missing", { field }, path);
  return undefined;
}

function bindField(
  field: FieldDeclaration,
): (value: SuppliedValue, report: Report, path: string) => FieldValue | undefined {
  switch (field.type) {
    case "boolean":
      return (value, report, path) => {
        if (typeof value === "boolean") return value;
        report("fact-wrong-type", { expected: "true / false", got: quote(value) }, path);
        return undefined;
      };
    case "integer":
    case "decimal":
      return bindNumber(field.type === "integer", field.range);
    case "date":
      return readDate;
    case "choice":
      return bindOption(field.options ?? []);
    case "text":
      return (value, report, path) => {
        if (typeof value === "string") return value;
        report("fact-wrong-type", { expected: "text", got: quote(value) }, path);
        return undefined;
      };
  }
}

function isRecord(value: SuppliedValue): value is { readonly [key: string]: SuppliedValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What was supplied, short enough for a message. */
function quote(value: SuppliedValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "[ … ]";
  if (typeof value === "object") return "{ … }";
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function rangeText({ low, high }: Interval): string {
  return `${low ? (low.inclusive ? "[" : "(") + low.value : "(−∞"}, ${high ? high.value + (high.inclusive ? "]" : ")") : "+∞)"}`;
}
