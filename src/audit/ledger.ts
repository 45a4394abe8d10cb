/** What was checked, and every place where a record says something else than follows from the rest of it. */
import type { AuditFinding } from "../model/record.js";

export interface Ledger {
  /** Compares what is stated at a place with what follows, down to the single value that differs. */
  readonly same: (path: string, stated: unknown, follows: unknown) => void;
  /** A figure that nothing else in the record determines: taken as it stands. */
  readonly take: () => void;
  /** Something that cannot be read ends only the check it stands in. */
  readonly attempt: (path: string, check: () => void) => void;
}

export interface Books {
  readonly ledger: Ledger;
  readonly findings: AuditFinding[];
  readonly counts: () => { readonly checked: number; readonly taken: number };
}

export function openBooks(): Books {
  const findings: AuditFinding[] = [];
  let checked = 0;
  let taken = 0;

  function same(path: string, stated: unknown, follows: unknown): void {
    if (isObject(stated) && isObject(follows) && Array.isArray(stated) === Array.isArray(follows)) {
      for (const key of new Set([...Object.keys(follows), ...Object.keys(stated)])) {
        same(`${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, own(stated, key), own(follows, key));
      }
      return;
    }
    checked += 1;
    if (!isEqual(stated, follows)) findings.push({ path, stated: spoken(stated), follows: spoken(follows) });
  }

  function attempt(path: string, check: () => void): void {
    try {
      check();
    } catch (error) {
      findings.push({ path, stated: "", follows: null, reason: reasonOf(error) });
    }
  }

  const take = (): void => {
    taken += 1;
  };
  return { ledger: { same, take, attempt }, findings, counts: () => ({ checked, taken }) };
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function own(value: Fields, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A list and an object, or one of them and a value, are never equal. */
function isEqual(a: unknown, b: unknown): boolean {
  return !isObject(a) && !isObject(b) && a === b;
}

/** What the checker says; of anything else that goes wrong on the way, only that this is not what a record has there. */
function reasonOf(error: unknown): string {
  return error instanceof RangeError ? spoken(error.message) : "not what a record has here";
}

/** Short enough to be printed. */
function spoken(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

const MOST_SHOWN = 200;
