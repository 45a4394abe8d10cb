/** Record → the same score once more, or what keeps it from being the same. */
import { canonicalJson } from "../base/canonical.js";
import { digestOf, isDigest } from "../base/digest.js";
import { ENGINE } from "../base/engine.js";
import { expectRubrics } from "../compile/arguments.js";
import { compileScheme } from "../compile/scheme.js";
import { validateRubric } from "../load/rubric.js";
import { expectOptions, misuse } from "../messages/misuse.js";
import { isRubricError } from "../messages/rubric-error.js";
import type { Assessment } from "../model/assessment.js";
import type { Digest, RecordedRubric, ReplayResult, ReplayVerdict, ScoreRecord } from "../model/record.js";
import type { Rubric } from "../model/rubric.js";
import type { LoadedRubric, RubricSet } from "../model/rubric-set.js";
import { score } from "../score/score.js";
import { differencesOf } from "./causes.js";
import { contentDigest } from "./content.js";
import { readInputs } from "./inputs.js";
import { digestsOf } from "./record.js";
import { isRecord } from "./shape.js";
import { type UsedRubric, tellCauses } from "./told-causes.js";

/** What a record is held against beside itself. */
export interface ReplayOptions {
  /** Digest of the whole record, as it was published elsewhere: another record, however right in itself, is an altered one. */
  readonly expect?: Digest;
}

/**
 * Computes a record again and compares every figure. The record is untrusted: whatever is in it, there is a verdict, never an error.
 *
 * - `MATCH`: the same assessment, to the last digit.
 * - `MISMATCH`: nothing was altered, and still something else comes out; `causes` says where.
 * - `INPUTS_ALTERED`, `RECORD_ALTERED`: a digest does not fit, or is not the one that was published; `parts` says which.
 *   Nothing is computed then.
 * - `RUBRIC_DIFFERS`: the rubrics that were given are not those of the record; `causes` says what that changes.
 * - `RUBRIC_MISSING`: a rubric is neither embedded nor given, or cannot be used.
 * - `NOT_REPLAYABLE`: nothing was altered since, and what it takes to compute it was taken out; `parts` says where.
 * - `UNSUPPORTED`: no record of ours, or of an engine whose scores may differ.
 *
 * @param record from `recordOf`, or `JSON.parse` of a stored one.
 * @param rubrics to compare with those embedded, or to stand in for those that are not; what `loadRubrics` gives, or a list.
 * @param options a digest that was published elsewhere; see {@link ReplayOptions}.
 * @throws TypeError when `rubrics` is neither, an option unknown, or `expect` no digest.
 *
 * @example
 * ```ts
 * import { replay } from "chengxin";
 *
 * console.log(replay({ format: "something else" }).verdict); // UNSUPPORTED
 * ```
 */
export function replay(
  record: unknown,
  rubrics?: RubricSet | readonly Rubric[],
  options: ReplayOptions = {},
): ReplayResult {
  if (rubrics !== undefined) expectRubrics("replay", rubrics);
  expectOptions("replay", options, ["expect"]);
  const { expect } = options;
  if (expect !== undefined && !isDigest(expect))
    throw misuse("replay", "expect", "sha256: and 64 hexadecimal digits", expect);
  if (!isRecord(record)) return verdict("UNSUPPORTED", ["/format"]);
  const altered = alteredParts(record);
  // Right in itself, and still another record than the one that was published.
  if (altered.length === 0 && expect !== undefined && expect !== record.digests.record)
    return verdict("RECORD_ALTERED", ["/digests/record"]);
  if (altered.length > 0) {
    const inputs = altered.includes("/inputs");
    const others = altered.some((part) => part !== "/inputs");
    return {
      ...verdict(others ? "RECORD_ALTERED" : "INPUTS_ALTERED", altered),
      also: inputs && others ? ["INPUTS_ALTERED"] : [],
    };
  }
  if (record.engine.semantics !== ENGINE.semantics) return verdict("UNSUPPORTED", ["/engine/semantics"]);
  if (record.redacted)
    return verdict(
      "NOT_REPLAYABLE",
      record.redacted.places.map(({ path }) => path),
    );
  const also: ReplayResult["also"][number][] = record.engine.version === ENGINE.version ? [] : ["ENGINE_DIFFERS"];
  const found = record.rubrics.map((recorded, i) => find(recorded, i, rubrics));
  const missing = found.filter(({ rubric }) => !rubric);
  if (missing.length > 0)
    return {
      ...verdict(
        "RUBRIC_MISSING",
        missing.map(({ part }) => part),
      ),
      also,
    };
  const factSheet = readInputs(record.inputs);
  if (!factSheet) return { ...verdict("UNSUPPORTED", ["/inputs"]), also };
  const differing = found.filter(({ differs }) => differs);
  if (found.some(({ bytesDiffer }) => bytesDiffer)) also.push("BYTES_DIFFER");
  const replayed = scoreAgain(
    found.map(({ rubric }) => rubric!),
    record,
  );
  if (!replayed)
    return {
      ...verdict(
        "RUBRIC_MISSING",
        differing.map(({ part }) => part),
      ),
      also,
    };
  const isSame = canonicalJson(record.assessment) === canonicalJson(replayed);
  const difference = isSame
    ? { causes: [], consequences: 0 }
    : differencesBetween(
        record.assessment,
        replayed,
        found.map(({ rubric, file }) => ({ rubric: rubric!, file })),
      );
  const name: ReplayVerdict = differing.length > 0 ? "RUBRIC_DIFFERS" : isSame ? "MATCH" : "MISMATCH";
  return { verdict: name, also, parts: differing.map(({ part }) => part), ...difference };
}

/** A recorded assessment under right digests may still be none: then there is no telling where it parts. */
function differencesBetween(
  recorded: Assessment,
  replayed: Assessment,
  used: readonly UsedRubric[],
): Pick<ReplayResult, "causes" | "consequences"> {
  try {
    const { causes, consequences } = differencesOf(recorded, replayed);
    return { causes: tellCauses(causes, recorded, replayed, used), consequences };
  } catch {
    return { causes: [], consequences: 0 };
  }
}

function verdict(name: ReplayVerdict, parts: readonly string[]): ReplayResult {
  return { verdict: name, also: [], parts, causes: [], consequences: 0 };
}

/**
 * Parts whose digest does not fit. Where a digest itself was altered, the whole fits again with the one that the part
 * really has: then it is the digest that is named.
 */
export function alteredParts(record: ScoreRecord): readonly string[] {
  const real = digestsOf(record);
  const { format, engine, rubrics, redacted } = record;
  const { inputs, trace, record: whole } = record.digests;
  const seal = (digests: object): string => digestOf(canonicalJson({ format, engine, rubrics, redacted, digests }));
  const sealed = seal({ inputs, trace }) === whole;
  const parts: string[] = [];
  if (inputs !== real.inputs)
    parts.push(!sealed && seal({ inputs: real.inputs, trace }) === whole ? "/digests/inputs" : "/inputs");
  if (trace !== real.trace)
    parts.push(!sealed && seal({ inputs, trace: real.trace }) === whole ? "/digests/trace" : "/assessment");
  // The whole covers them; looked at one by one only to say which it is.
  if (!sealed) {
    record.rubrics.forEach((rubric, i) => {
      if (rubric.embedded && !isIntact(rubric)) parts.push(`/rubrics/${i}`);
    });
  }
  // What has no digest of its own is under that of the whole.
  if (parts.length === 0 && !sealed) parts.push("/digests/record");
  return parts;
}

/** The embedded text is the one that was digested: as bytes, or as what it says where it had none. */
function isIntact({ bytes, content, embedded }: RecordedRubric): boolean {
  if (bytes !== null) return digestOf(embedded!.text) === bytes;
  const read = validateRubric(embedded!.text);
  return read.success && contentDigest(read.rubric.origin!.value) === content;
}

interface Found {
  readonly part: string;
  readonly rubric: Rubric | undefined;
  /** Of a rubric that was given. */
  readonly file?: string;
  readonly differs: boolean;
  readonly bytesDiffer: boolean;
}

/** What was given goes before what is embedded: whoever names rubrics wants to know what they change. */
function find(recorded: RecordedRubric, index: number, rubrics: RubricSet | readonly Rubric[] | undefined): Found {
  const part = `/rubrics/${index}`;
  const list: readonly LoadedRubric[] =
    rubrics === undefined ? [] : "rubrics" in rubrics ? rubrics.rubrics : rubrics.map((rubric) => ({ rubric }));
  const versions = list.filter(({ rubric: { kind, id } }) => kind === recorded.kind && id === recorded.id);
  // The very one, however many of its name there are; else another version is what somebody wants to compare with, where
  // it is the only one.
  const given =
    versions.find(({ rubric: { origin } }) => origin && contentDigest(origin.value) === recorded.content) ??
    versions.find(({ rubric }) => rubric.version === recorded.version) ??
    only(versions);
  if (given?.rubric.origin) {
    const { rubric, file } = given;
    const { value, text } = given.rubric.origin;
    const differs = contentDigest(value) !== recorded.content;
    const bytesDiffer = !differs && recorded.bytes !== null && text !== undefined && digestOf(text) !== recorded.bytes;
    return { part, rubric, ...(file !== undefined && { file }), differs, bytesDiffer };
  }
  const read = recorded.embedded ? validateRubric(recorded.embedded.text) : undefined;
  const rubric = read?.success === true && isRecorded(read.rubric, recorded) ? read.rubric : undefined;
  return { part, rubric, differs: false, bytesDiffer: false };
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** What is embedded is what the record says it is, whoever computed the digests. */
function isRecorded({ kind, id, version, origin }: Rubric, recorded: RecordedRubric): boolean {
  const isNamed = kind === recorded.kind && id === recorded.id && version === recorded.version;
  return isNamed && contentDigest(origin!.value) === recorded.content;
}

function scoreAgain(rubrics: readonly Rubric[], { inputs, assessment }: ScoreRecord): Assessment | undefined {
  try {
    return score(compileScheme(rubrics, assessment.scheme.id), inputs);
  } catch (error) {
    if (isRubricError(error)) return undefined;
    throw error;
  }
}
