/** The fact sheet in a record: written as plain data, read back as untrusted data. */
import { MAX_INSTANCES } from "../base/instances.js";
import type { Finding } from "../model/assessment.js";
import type { FactSheet } from "../model/fact.js";
import type { RecordedInputs } from "../model/record.js";

export function inputsOf({ problems, ...factSheet }: FactSheet): RecordedInputs {
  if (!problems) return factSheet;
  const told = problems.map(({ code, severity, path, message, subject, data }): Finding => ({
    code,
    severity,
    path,
    message,
    ...(subject && { subject }),
    ...(data && { data }),
  }));
  return { ...factSheet, problems: told };
}

/** Undefined where the shape is not that of a fact sheet. Values in it are checked when it is scored. */
export function readInputs(value: unknown): FactSheet | undefined {
  return isInputs(value) ? value : undefined;
}

function isInputs(value: unknown): value is FactSheet {
  return (
    isObject(value) &&
    isObject(value["scheme"]) &&
    isText(value["scheme"]["id"]) &&
    isOptional(value["scheme"]["version"], isText) &&
    isListOf(value["sheets"], ({ component, sheet }) => isText(component) && isText(sheet)) &&
    isObject(value["subject"]) &&
    isOptional(value["subject"]["id"], isText) &&
    isOptional(value["subject"]["name"], isText) &&
    isText(value["asOf"]) &&
    /^\d{4}-\d{2}-\d{2}$/.test(value["asOf"]) &&
    isOptional(value["role"], isText) &&
    typeof value["closed"] === "boolean" &&
    isSaid(value) &&
    isOptional(value["instances"], (lists) => isListOf(lists, isList)) &&
    isListOf(value["materials"], ({ id, papers }) => isText(id) && isTexts(papers)) &&
    isOptional(value["problems"], (problems) => isListOf(problems, isProblem))
  );
}

/** Of the enterprise, or of one instance. */
function isSaid({ facts, judgements, notApplicable }: Fields): boolean {
  return (
    isListOf(facts, isFact) &&
    isListOf(judgements, isJudged) &&
    isListOf(notApplicable, ({ indicator, by, reason }) => [indicator, by, reason].every(isText))
  );
}

/** Ids tell instances apart, so that each stands there once. */
function isList({ list, entries, invalid }: Fields): boolean {
  const isEntry = (entry: Fields) => isText(entry["id"]) && isOptional(entry["title"], isText) && isSaid(entry);
  if (!isText(list) || !isMark(invalid) || !isListOf(entries, isEntry)) return false;
  const ids = (entries as readonly { readonly id: string }[]).map(({ id }) => id);
  return ids.length <= MAX_INSTANCES && new Set(ids).size === ids.length;
}

function isFact({ id, state, value, invalid, path, evidence, note, record }: Fields): boolean {
  const known = (state === "given" || state === "missing") && isOptional(value, (each) => isSupplied(each, MOST_DEEP));
  const beside = isTexts(evidence) && isOptional(note, isText) && isOptional(record, isText);
  return known && beside && isText(id) && isText(path) && isMark(invalid);
}

/** As deep as a fact sheet can be read. */
const MOST_DEEP = 64;

/** Numbers are text in a fact sheet that was read. */
function isSupplied(value: unknown, deep: number): boolean {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value !== "object" || deep === 0) return false;
  return Object.values(value).every((part) => isSupplied(part, deep - 1));
}

/** One judgement, or a list of them. */
function isJudged(entry: Fields): boolean {
  const { indicator, judgements } = entry;
  if (!isText(indicator)) return false;
  return judgements === undefined ? isJudgement(entry) : isListOf(judgements, isJudgement);
}

function isJudgement({ points, by, as, reason, invalid }: Fields): boolean {
  if (!isSupplied(points ?? null, MOST_DEEP)) return false;
  return [by, reason].every(isText) && isOptional(as, isText) && isMark(invalid);
}

function isProblem({ code, severity, path, message }: Fields): boolean {
  return (
    isText(code) &&
    isText(severity) &&
    isText(path) &&
    isObject(message) &&
    isText(message["zh"]) &&
    isText(message["en"])
  );
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isMark(value: unknown): boolean {
  return value === undefined || value === true;
}

function isOptional(value: unknown, holds: (value: unknown) => boolean): boolean {
  return value === undefined || holds(value);
}

function isListOf(value: unknown, holds: (entry: Fields) => boolean): boolean {
  return Array.isArray(value) && value.every((entry) => isObject(entry) && holds(entry));
}
