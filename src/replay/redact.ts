/** Record → the same record without what is personal: what it scored stays, and what a value was can still be proved. */
import { canonicalJson } from "../base/canonical.js";
import { digestOf, keyedHash } from "../base/digest.js";
import { isObject, misuse } from "../messages/misuse.js";
import type { SuppliedFact } from "../model/fact.js";
import type { Digest, RedactedPlace, RedactedRecord, Revelation, ScoreRecord } from "../model/record.js";
import { readInputs } from "./inputs.js";
import { digestsOf } from "./record.js";
import { alteredParts } from "./replay.js";
import { isRecord } from "./shape.js";
import { assessmentWithout, inputsWithout, withheldFacts, withheldIds } from "./withheld.js";

/**
 * Takes out of a record what its rubrics declare `personal: true`: the value with its evidence and note, what is derived
 * from it, and every place of the assessment that tells it. Scores and contributions stay; where points follow from one
 * value alone, they still say something of it. What no rubric declares goes too, since it may be such a fact misspelt, and
 * so does `meta`. What stands in other people's words, such as the reason of a judgement, is not looked at.
 *
 * `replay` then says `NOT_REPLAYABLE`, never `MATCH`. Whoever has a revelation can show with {@link isRevealed} what was
 * said at its place; whoever has none can try out nothing. The digest of the original must not have been published: with
 * it, values of which there are few can be tried out.
 *
 * @param record from `recordOf`, or `JSON.parse` of a stored one.
 * @param secret 64 hexadecimal digits from a source of true chance, never used for anything else. The salt of each place is
 *   HMAC-SHA-256 (RFC 2104) by it of the digest of the original and the path, so that no two places or records share one.
 * @throws TypeError when `record` is none, was altered or is redacted already, or `secret` is something else.
 *
 * @example
 * ```ts
 * import { compileScheme, isRevealed, parseFactSheet, parseRubric, recordOf, redactRecord, replay } from "chengxin";
 *
 * const scheme = compileScheme([parseRubric(`
 * kind: scheme
 * id: shop
 * version: 1
 * title: Shop
 * points: 10
 * facts: { born: { type: date, title: Birthday of the owner, personal: true } }
 * indicators:
 *   - { id: A, title: Licence, points: 10, scoring: { rule: flag, fact: { type: boolean } } }
 * display: { places: 0, mode: half-up }
 * eligibility: [ { id: E1, title: Of age, require: { fact: born, full_years: { at_least: 18 } } } ]
 * goal: passed
 * outcomes: [ { id: barred, when: { eligibility: ineligible } }, { id: passed, otherwise: true } ]
 * `)], "shop");
 * const record = recordOf(scheme, parseFactSheet(`
 * kind: facts
 * scheme: shop
 * as_of: 2026-05-20
 * facts: { A: true, born: 1971-03-05 }
 * `));
 * // 32 bytes of true chance; never one of your own making, as here.
 * const { record: open, revelations } = redactRecord(record, "0123456789abcdef".repeat(4));
 * console.log(JSON.stringify(open).includes("1971"), open.assessment.decision.outcome); // false passed
 * console.log(replay(open).verdict, replay(open).parts.join()); // NOT_REPLAYABLE /inputs/facts/1
 * const [, birthday] = revelations;
 * console.log(isRevealed(open, birthday)); // true
 * ```
 */
export function redactRecord(record: unknown, secret: string): RedactedRecord {
  if (!isRecord(record) || record.redacted || !readInputs(record.inputs) || alteredParts(record).length > 0)
    throw misuse("redactRecord", "record", "a record that nobody has altered or redacted", record);
  // A message may be printed anywhere: not even a wrong secret belongs into it.
  if (typeof secret !== "string" || !/^[0-9a-f]{64}$/.test(secret))
    throw new TypeError("`redactRecord`: `secret` must be 64 hexadecimal digits");
  try {
    return redacted(record, secret);
  } catch {
    throw misuse("redactRecord", "record", "a record from `recordOf`", record);
  }
}

function redacted(
  { format, engine, rubrics, inputs, assessment, digests }: ScoreRecord,
  secret: string,
): RedactedRecord {
  const ids = withheldIds(assessment, inputs);
  const key = Uint8Array.from(secret.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  const reveal = (path: string, said: SuppliedFact | Digest): Revelation => {
    const salt = keyedHash(key, canonicalJson(["chengxin/redaction@1", digests.record, path]));
    return { path, salt, said };
  };
  const whole = reveal("", digests.record);
  const revelations = withheldFacts(inputs, ids).map(({ path, fact }) => reveal(path, fact));
  const unsealed = {
    format,
    engine,
    rubrics,
    inputs: inputsWithout(inputs, ids),
    assessment: assessmentWithout(assessment, inputs, ids),
    redacted: {
      of: digestFor(whole),
      places: revelations.map((each): RedactedPlace => ({ path: each.path, digest: digestFor(each) })),
    },
  };
  return { record: { ...unsealed, digests: digestsOf(unsealed) }, revelations: [whole, ...revelations] };
}

/**
 * Whether this was said at this place of the record before it was redacted; for the whole, whether it had this digest. It
 * holds only for who has the salt, and shows nothing about any other place. Both are untrusted: this never throws.
 *
 * @param record from `redactRecord`, or `JSON.parse` of a stored one.
 * @param revelation one of those that `redactRecord` gave, or `JSON.parse` of one.
 *
 * @example
 * ```ts
 * import { isRevealed } from "chengxin";
 *
 * console.log(isRevealed({}, { path: "/inputs/facts/0", salt: "", said: "a guess" })); // false
 * ```
 */
export function isRevealed(record: unknown, revelation: unknown): boolean {
  if (!isRecord(record) || !record.redacted || alteredParts(record).length > 0 || !isRevelation(revelation))
    return false;
  const { of, places } = record.redacted;
  const wanted = revelation.path === "" ? of : places.find(({ path }) => path === revelation.path)?.digest;
  try {
    return digestFor(revelation) === wanted;
  } catch {
    // What has no canonical text was never in a record.
    return false;
  }
}

function isRevelation(value: unknown): value is Revelation {
  return (
    isObject(value) &&
    typeof value["path"] === "string" &&
    typeof value["salt"] === "string" &&
    /^[0-9a-f]{64}$/.test(value["salt"])
  );
}

/** The salt comes first and has one length, so that no two revelations have one text. */
function digestFor({ salt, path, said }: Revelation): Digest {
  return digestOf(canonicalJson([salt, path, said]));
}
