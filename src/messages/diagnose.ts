/** Code and parameters → a diagnostic with its sentences, taken from the catalogue. */
import type { DiagnosticCode } from "../model/codes.js";
import type { Diagnostic, DiagnosticData, Range, RelatedPlace, Severity, Subject, Text } from "../model/diagnostic.js";
import { catalogue } from "./catalogue.js";

/** Words of one code. `{name}` in a sentence is replaced by the parameter of that name. */
export interface CatalogueEntry {
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
  readonly hint?: Text;
  /** Instead of the hint, where a list that the hint names is empty: "the nearest are" with nothing behind it helps nobody. */
  readonly hintWithoutList?: Text;
}

export interface Place {
  readonly path: string;
  readonly range?: Range | undefined;
  readonly file?: string | undefined;
  readonly subject?: Subject | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
}

/** Lists are joined with 、 in Chinese and commas in English. */
export function diagnose(code: DiagnosticCode, place: Place, values: DiagnosticData = {}): Diagnostic {
  const entry: CatalogueEntry = catalogue[code];
  const params = clipped(values);
  const hint = entry.hint && saysSomething(entry.hint, params) ? entry.hint : entry.hintWithoutList;
  return {
    code,
    severity: entry.severity,
    message: { zh: fill(entry.zh, params, "、"), en: fill(entry.en, params, ", ") },
    ...(hint && { hint: { zh: fill(hint.zh, params, "、"), en: fill(hint.en, params, ", ") } }),
    ...(place.file !== undefined && { file: place.file }),
    path: place.path,
    ...(place.subject && { subject: place.subject }),
    ...(place.range && { range: place.range }),
    ...(place.related && { related: place.related }),
    ...(Object.keys(params).length > 0 && { data: params }),
  };
}

/** Longer than any id; what an author wrote may be longer, and a message need not repeat all of it. */
const LONGEST = 200;

function clipped(values: DiagnosticData): DiagnosticData {
  if (!Object.values(values).some((value) => typeof value === "string" && value.length > LONGEST)) return values;
  const clip = (value: DiagnosticData[string]): DiagnosticData[string] =>
    typeof value === "string" && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clip(value)]));
}

function saysSomething(hint: Text, params: DiagnosticData): boolean {
  return !Object.entries(params).some(
    ([name, value]) => Array.isArray(value) && value.length === 0 && hint.en.includes(`{${name}}`),
  );
}

/** One sentence with its parameters. A list in backticks has each of its items in backticks. */
export function fill(sentence: string, params: DiagnosticData, separator: string): string {
  return sentence.replace(/(`?)\{(\w+)\}(`?)/g, (whole, before: string, name: string, behind: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return whole;
    if (typeof value !== "object") return `${before}${value}${behind}`;
    const ticked = before === "`" && behind === "`";
    return ticked ? value.map((item) => `\`${item}\``).join(separator) : `${before}${value.join(separator)}${behind}`;
  });
}
