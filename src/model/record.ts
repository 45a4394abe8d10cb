/** A score with everything that it takes to compute it again, and digests that show whether anything was altered. */
import type { Assessment, Finding, Step } from "./assessment.js";
import type { FactSheet, SuppliedFact } from "./fact.js";

/** `sha256:` and 64 hexadecimal digits. */
export type Digest = string;

/** One rubric that a score was computed with. */
export interface RecordedRubric {
  readonly kind: "scheme" | "sheet";
  readonly id: string;
  readonly version: string;
  /** Of the text of the file, in UTF-8 without a byte order mark; null where it came from a value. */
  readonly bytes: Digest | null;
  /** Of what the document says: comments, quotes, the order of keys and `0.10` for `0.1` make no difference. */
  readonly content: Digest;
  /** The document itself, unless it is kept elsewhere. */
  readonly embedded?: { readonly text: string };
}

/** Who scored; `semantics` rises only with a change that could alter a score. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  readonly semantics: number;
}

/** Digests of the parts, and over the whole record but for `meta`. */
export interface RecordDigests {
  readonly inputs: Digest;
  /** Of the assessment. */
  readonly trace: Digest;
  readonly record: Digest;
}

/** The fact sheet, without what belongs to one reading of one file: places, and hints to whoever edits it. */
export interface RecordedInputs extends Omit<FactSheet, "problems"> {
  readonly problems?: readonly Finding[];
}

/** One place of a record that something was taken out of. */
export interface RedactedPlace {
  /** RFC 6901 pointer into the record. */
  readonly path: string;
  /** Of what stood there and a salt, as {@link Redaction} says. */
  readonly digest: Digest;
}

/**
 * What was taken out of a record. Each digest is that of the canonical JSON (RFC 8785) of `[salt, path, said]`, so that
 * whoever has the salt can show what was said there, and nobody else can try out values, however few there are.
 */
export interface Redaction {
  /** The same of the digest of the whole record as it was: `path` is empty. Bare, it would let values be tried out. */
  readonly of: Digest;
  /** In the order of the inputs. */
  readonly places: readonly RedactedPlace[];
}

/** What a salt reveals: what was said at one place of a redacted record; for the whole the digest that it had. */
export interface Revelation {
  readonly path: string;
  /** 64 hexadecimal digits. */
  readonly salt: string;
  readonly said: SuppliedFact | Digest;
}

/** A record without what is personal, and what only its owner keeps. */
export interface RedactedRecord {
  readonly record: ScoreRecord;
  /** The whole first, then every place. */
  readonly revelations: readonly Revelation[];
}

/** What `recordOf` gives, and `replay` computes again. Plain data, in the order of the contract. */
export interface ScoreRecord {
  readonly format: "chengxin/record@1";
  readonly engine: Engine;
  /** The scheme, then the sheets that were used. */
  readonly rubrics: readonly RecordedRubric[];
  readonly inputs: RecordedInputs;
  readonly assessment: Assessment;
  /** Of a record that `redactRecord` made: it cannot be computed again. */
  readonly redacted?: Redaction;
  readonly digests: RecordDigests;
  /** The caller's own: who issued it, when, under which number. Not under any digest. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** What came of computing a record again. */
export type ReplayVerdict =
  | "MATCH"
  | "MISMATCH"
  | "RECORD_ALTERED"
  | "INPUTS_ALTERED"
  | "RUBRIC_DIFFERS"
  | "RUBRIC_MISSING"
  | "NOT_REPLAYABLE"
  | "UNSUPPORTED";

/** Something whose inputs agree and whose result does not: what made the difference, not what followed from it. */
export interface ReplayCause {
  /** `component/indicator`, a condition's id, `effects/0` of the scheme, or `scheme`. */
  readonly id: string;
  readonly kind: "node" | "condition" | "scheme";
  readonly recorded: string;
  readonly replayed: string;
  /** The arithmetic of an indicator, as the breakdowns have it; empty for the others. */
  readonly steps: { readonly recorded: readonly Step[]; readonly replayed: readonly Step[] };
  /** How it came about on both sides, line by line. Of the first hundred causes; empty where a side has nothing to tell. */
  readonly story: { readonly recorded: Lines; readonly replayed: Lines };
  /** Where the rubric that it was computed again with says so; null where it says nothing of it. */
  readonly rubric: RubricPlace | null;
}

/** Lines of text in both languages. */
export interface Lines {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** A place in a rubric. */
export interface RubricPlace {
  readonly id: string;
  readonly version: string;
  /** Null for one that was embedded, or came from no file. */
  readonly file: string | null;
  /** RFC 6901 pointer into the document. */
  readonly path: string;
  /** From 1; null where the rubric came from a value. */
  readonly line: number | null;
}

/** One record, computed again. */
export interface ReplayResult {
  readonly verdict: ReplayVerdict;
  /** Beside the verdict: `ENGINE_DIFFERS` for another version of the engine, `BYTES_DIFFER` for a file that says the same. */
  readonly also: readonly ("ENGINE_DIFFERS" | "BYTES_DIFFER" | "INPUTS_ALTERED" | "RUBRIC_DIFFERS")[];
  /** RFC 6901 pointers to what was altered, or differs. */
  readonly parts: readonly string[];
  readonly causes: readonly ReplayCause[];
  /** How many other places differ because of them. */
  readonly consequences: number;
}

/** One place of a record that says something else than follows from the rest of it. */
export interface AuditFinding {
  /** RFC 6901 pointer into the record. */
  readonly path: string;
  readonly stated: string;
  /** Null where the record does not hold what it would follow from. */
  readonly follows: string | null;
  /** Why it cannot be checked at all, where that is so; `stated` is empty then. */
  readonly reason?: string;
}

/** A record, checked by itself. */
export interface AuditResult {
  readonly holds: boolean;
  readonly findings: readonly AuditFinding[];
  /** Values that were compared with what follows from others. */
  readonly checked: number;
  /** Figures that nothing else in the record determines, such as the bounds of an indicator that waits for its facts. */
  readonly taken: number;
}
