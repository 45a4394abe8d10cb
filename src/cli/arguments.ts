/** Arguments → what is asked for; everything else is a usage error in our words. */
import { parseArgs } from "node:util";
import { nearest } from "../base/nearest.js";
import { RubricError } from "../index.js";
import { diagnose } from "../messages/diagnose.js";
import type { CliCode } from "../model/codes.js";
import type { DiagnosticData } from "../model/diagnostic.js";
import type { Language } from "../model/language.js";

export const VERBS = [
  "check",
  "test",
  "score",
  "explain",
  "answer",
  "replay",
  "redact",
  "compare",
  "diff",
  "reexamine",
  "template",
  "list",
  "code",
  "schema",
] as const;
export type Verb = (typeof VERBS)[number];

export interface Options {
  readonly format: "text" | "json";
  readonly failOn: "error" | "warning" | "never";
  readonly lang?: Language;
  readonly rubrics: readonly string[];
  readonly output?: string;
  /** Of `explain` and `answer`: the one indicator that is asked about. */
  readonly indicator?: string;
  /** Of `test`: only cases with this in their name. */
  readonly name?: string;
  /** Of `score`: where the record goes. */
  readonly record?: string;
  /** Of `score` and `replay`: the folder of rubrics by their digests. */
  readonly store?: string;
  /** Of `redact`: where that goes which only the owner keeps. */
  readonly salts?: string;
  /** Of `diff`: the fact sheets that are scored with both versions. */
  readonly facts: readonly string[];
  /** Of `replay`: the digest of the record, as it was published elsewhere. */
  readonly expect?: string;
  /** Of `replay`: the record is checked by itself as well. */
  readonly audit: boolean;
  /** Of `template`: the sheets that the fact sheet is for, as `sheet` or `component=sheet`. */
  readonly sheets: readonly string[];
  /** Of `reexamine`: outcomes that decide nothing about a title. */
  readonly aside: readonly string[];
  readonly update: boolean;
  readonly coverage: boolean;
  readonly suggest: boolean;
  /** Of `check`: golden cases are left alone. */
  readonly noCases: boolean;
}

/** What a verb is given: the options, with what follows from the surroundings. */
export type VerbOptions = Options & {
  readonly lang: Language;
  /** Whether the result goes to a terminal that shows colours. */
  readonly color: boolean;
};

export type Request =
  | { readonly kind: "help"; readonly verb?: Verb }
  | { readonly kind: "version" }
  | { readonly kind: "verb"; readonly verb: Verb; readonly words: readonly string[]; readonly options: Options };

const OPTIONS = {
  format: { type: "string" },
  "fail-on": { type: "string" },
  lang: { type: "string" },
  rubrics: { type: "string", multiple: true },
  output: { type: "string" },
  indicator: { type: "string" },
  name: { type: "string", short: "t" },
  record: { type: "string" },
  store: { type: "string" },
  salts: { type: "string" },
  facts: { type: "string", multiple: true },
  expect: { type: "string" },
  audit: { type: "boolean" },
  sheet: { type: "string", multiple: true },
  sector: { type: "string", multiple: true },
  aside: { type: "string", multiple: true },
  update: { type: "boolean" },
  coverage: { type: "boolean" },
  suggest: { type: "boolean" },
  "no-cases": { type: "boolean" },
  "no-color": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Options that only some verbs have; the others are common to all. */
const OF_VERBS: Readonly<Partial<Record<string, readonly Verb[]>>> = {
  rubrics: ["check", "test", "score", "explain", "replay", "compare", "diff", "reexamine", "template", "list"],
  facts: ["diff"],
  record: ["score"],
  store: ["score", "replay"],
  salts: ["redact"],
  expect: ["replay"],
  audit: ["replay"],
  sheet: ["template"],
  sector: ["template"],
  indicator: ["explain", "answer"],
  aside: ["reexamine"],
  name: ["test"],
  update: ["test"],
  coverage: ["test"],
  suggest: ["test"],
  "no-cases": ["check"],
};

const EXAMPLE = "chengxin score enterprise.facts.yaml";

interface Need {
  readonly wanted: string;
  readonly example: string;
}

/** What has to stand behind a verb. File names need no translation. */
const NEEDS: Readonly<Partial<Record<Verb, Need>>> = {
  check: { wanted: "FILE / DIR", example: "chengxin check rubrics" },
  test: { wanted: "….cases.yaml", example: "chengxin test my-sheet.cases.yaml" },
  score: { wanted: "….facts.yaml", example: EXAMPLE },
  answer: { wanted: "….record.json", example: "chengxin answer enterprise.record.json --indicator C3.1" },
  replay: { wanted: "….record.json", example: "chengxin replay enterprise.record.json" },
  redact: { wanted: "….record.json", example: "chengxin redact enterprise.record.json --salts salts.json" },
  compare: { wanted: "….facts.yaml", example: "chengxin compare self.facts.yaml audited.facts.yaml" },
  diff: { wanted: "OLD NEW", example: "chengxin diff old.yaml new.yaml" },
  reexamine: { wanted: "RECORD FACTS", example: "chengxin reexamine 2023.record.json 2024.facts.yaml" },
  template: { wanted: "SCHEME", example: "chengxin template gongzhu-2023 --sector property-management-2023" },
  explain: { wanted: "….facts.yaml", example: "chengxin explain enterprise.facts.yaml" },
};

/** @throws RubricError for a usage error. */
export function readArguments(argv: readonly string[]): Request {
  const { values, positionals, tokens } = split(argv);
  for (const token of tokens) if (token.kind === "option") checkOption(token);
  const [word, ...words] = positionals;
  const verb = VERBS.find((known) => known === word);
  if (values.version === true) return { kind: "version" };
  if (values.help === true) return { kind: "help", ...(verb && { verb }) };
  if (word === undefined) {
    throw usage("missing-argument", { verb: "chengxin", wanted: VERBS.join(" / "), example: EXAMPLE });
  }
  if (!verb) throw usage("unknown-verb", { got: word, known: VERBS });
  for (const token of tokens) if (token.kind === "option") checkPlace(token.name, verb);
  const need = NEEDS[verb];
  if (words.length === 0 && need !== undefined) throw usage("missing-argument", { verb, ...need });
  const lang = oneOf("lang", values.lang, ["zh", "en"] as const);
  return {
    kind: "verb",
    verb,
    words,
    options: {
      format: oneOf("format", values.format, ["text", "json"] as const) ?? "text",
      failOn: oneOf("fail-on", values["fail-on"], ["error", "warning", "never"] as const) ?? "error",
      rubrics: (values.rubrics ?? []).map(String),
      ...(lang && { lang }),
      ...(typeof values.output === "string" && { output: values.output }),
      ...(typeof values.indicator === "string" && { indicator: values.indicator }),
      ...(typeof values.name === "string" && { name: values.name }),
      ...(typeof values.record === "string" && { record: values.record }),
      ...(typeof values.store === "string" && { store: values.store }),
      ...(typeof values.salts === "string" && { salts: values.salts }),
      facts: (values.facts ?? []).map(String),
      ...(typeof values.expect === "string" && { expect: values.expect }),
      audit: values.audit === true,
      sheets: [...(values.sheet ?? []), ...(values.sector ?? [])].map(String),
      aside: (values.aside ?? []).map(String),
      update: values.update === true,
      coverage: values.coverage === true,
      suggest: values.suggest === true,
      noCases: values["no-cases"] === true,
    },
  };
}

/** What an option says before the arguments are known to be right: what is wrong must be said somehow. */
export function peek(argv: readonly string[], option: "format" | "lang"): string | undefined {
  const value = split(argv).values[option];
  return typeof value === "string" ? value : undefined;
}

function split(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, strict: false, allowPositionals: true, tokens: true });
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkOption({ name, rawName, value, inlineValue }: OptionToken): void {
  const known = Object.hasOwn(OPTIONS, name) ? OPTIONS[name as keyof typeof OPTIONS] : undefined;
  if (!known) {
    const names = Object.keys(OPTIONS).map((option) => `--${option}`);
    throw usage("unknown-option", { got: rawName, nearest: nearest(rawName, names) });
  }
  if (known.type === "boolean") {
    if (value !== undefined) throw usage("bad-option-value", { option: rawName, got: value, known: [] });
    return;
  }
  // `--output --format json` forgot a file name; a file that is really called so can be given as `--output=--format`.
  const swallowed = inlineValue !== true && value !== undefined && value.length > 1 && value.startsWith("-");
  if (value === undefined || value === "" || swallowed)
    throw usage("missing-argument", { verb: rawName, ...WANTED[name as keyof typeof WANTED] });
}

function checkPlace(option: string, verb: Verb): void {
  const known = OF_VERBS[option];
  if (known && !known.includes(verb)) throw usage("option-misplaced", { option: `--${option}`, verb, known });
}

const WANTED = {
  format: { wanted: "text / json", example: `${EXAMPLE} --format json` },
  "fail-on": { wanted: "error / warning / never", example: `${EXAMPLE} --fail-on warning` },
  lang: { wanted: "zh / en", example: `${EXAMPLE} --lang zh` },
  rubrics: { wanted: "DIR", example: `${EXAMPLE} --rubrics rubrics` },
  output: { wanted: "FILE", example: `${EXAMPLE} --output result.txt` },
  indicator: { wanted: "ID", example: "chengxin explain enterprise.facts.yaml --indicator A1.1" },
  record: { wanted: "FILE", example: `${EXAMPLE} --record enterprise.record.json` },
  store: { wanted: "DIR", example: "chengxin replay enterprise.record.json --store rubric-store" },
  salts: { wanted: "FILE", example: "chengxin redact enterprise.record.json --salts salts.json" },
  facts: { wanted: "DIR", example: "chengxin diff old.yaml new.yaml --facts enterprises" },
  expect: { wanted: "sha256:…", example: "chengxin replay enterprise.record.json --expect sha256:…" },
  sheet: { wanted: "ID", example: "chengxin template gongzhu-2023 --sheet property-management-2023" },
  sector: { wanted: "ID", example: "chengxin template gongzhu-2023 --sector property-management-2023" },
  aside: {
    wanted: "OUTCOME",
    example: "chengxin reexamine 2023.record.json 2024.facts.yaml --aside re-examination",
  },
  name: { wanted: "NAME", example: "chengxin test my-sheet.cases.yaml --name 80" },
} as const;

function oneOf<T extends string>(option: string, value: unknown, known: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw usage("bad-option-value", { option: `--${option}`, got: String(value), known });
  return found;
}

export function usage(code: CliCode, params: DiagnosticData): RubricError {
  return new RubricError([diagnose(code, { path: "" }, params)]);
}
