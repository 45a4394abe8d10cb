/** Assessment → Record: the score with all that it takes to compute it again. */
import { canonicalJson } from "../base/canonical.js";
import { digestOf } from "../base/digest.js";
import { ENGINE } from "../base/engine.js";
import { jsonText } from "../base/json-text.js";
import { sheetsAsked } from "../compile/indicators.js";
import type { CompiledScheme } from "../compile/program.js";
import { expectOptions, misuse } from "../messages/misuse.js";
import type { FactSheet } from "../model/fact.js";
import type { RecordedRubric, ScoreRecord } from "../model/record.js";
import type { Rubric } from "../model/rubric.js";
import { score } from "../score/score.js";
import { contentDigest } from "./content.js";
import { inputsOf } from "./inputs.js";

/** What stands in a record beside the score. */
export interface RecordOptions {
  /** False leaves the rubrics out: `replay` is then given them, and compares their digests. */
  readonly embed?: boolean;
  /** The caller's own: who issued the record, when, under which number. Under no digest. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

/**
 * Scores a fact sheet and keeps everything that it takes to score it again: the rubrics, the facts, the assessment, and
 * SHA-256 digests (FIPS 180-4) of their canonical JSON (RFC 8785). The same scheme and facts give the same record.
 *
 * @param compiled from `compileScheme`, with rubrics that were read by `parseRubric`, `validateRubric` or `loadRubrics`.
 * @param factSheet from `parseFactSheet`, `readFactSheet` or `loadFactSheet`.
 * @throws TypeError when an argument is something else, or a rubric is a copy that does not know what it was read from.
 *
 * @example
 * ```ts
 * import { compileScheme, recordOf, replay } from "chengxin";
 * import { loadFactSheet, loadRubrics } from "chengxin/node";
 *
 * const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
 * const record = recordOf(scheme, await loadFactSheet("rubrics/examples/exactly-80.facts.yaml"));
 * console.log(record.assessment.score.exact); // 80
 *
 * // Years later, from the file alone.
 * const stored = JSON.parse(JSON.stringify(record));
 * console.log(replay(stored).verdict); // MATCH
 * stored.assessment.score.exact = "81";
 * console.log(replay(stored).verdict); // RECORD_ALTERED
 * ```
 */
export function recordOf(compiled: CompiledScheme, factSheet: FactSheet, options: RecordOptions = {}): ScoreRecord {
  expectOptions("recordOf", options, ["embed", "meta"]);
  const assessment = score(compiled, factSheet);
  const { scheme, components, named } = compiled.program;
  const used = components.flatMap(({ component, fixed, choices }) => {
    const chosen = assessment.components.find(({ id }) => id === component.id)?.sheet;
    const sheet = fixed ?? (chosen && choices.get(chosen.id));
    // While none is chosen, what can be chosen is part of what is known.
    return sheet ? [sheet.sheet] : [...choices.values()].map((choice) => choice.sheet);
  });
  const sheets = new Set([...used, ...sheetsAsked(scheme, named, new Set(used))]);
  // A sheet that the scheme holds is embedded with it.
  const rubrics = [scheme, ...[...sheets].filter((sheet) => sheet !== scheme.sheet)].map((rubric) =>
    recorded(rubric, options.embed !== false),
  );
  const inputs = inputsOf(factSheet);
  const unsealed = { format: "chengxin/record@1", engine: ENGINE, rubrics, inputs, assessment } as const;
  const digests = digestsOf(unsealed);
  return { ...unsealed, digests, ...(options.meta && { meta: options.meta }) };
}

function recorded(rubric: Rubric, embed: boolean): RecordedRubric {
  const { kind, id, version, origin } = rubric;
  if (!origin)
    throw misuse(
      "recordOf",
      "compiled",
      `a scheme whose rubrics know what they were read from; ${kind} ${id} is a copy`,
      rubric,
    );
  // A value has no text of its own; JSON is one that reads back as the same document.
  const text = origin.text ?? jsonText(origin.value);
  return {
    kind,
    id,
    version,
    bytes: origin.text === undefined ? null : digestOf(origin.text),
    content: contentDigest(origin.value),
    ...(embed && { embedded: { text } }),
  };
}

/** Of each part as it stands, and of all that is under a digest. */
export function digestsOf({
  format,
  engine,
  rubrics,
  inputs,
  assessment,
  redacted,
}: Omit<ScoreRecord, "digests" | "meta">): ScoreRecord["digests"] {
  const parts = { inputs: digestOf(canonicalJson(inputs)), trace: digestOf(canonicalJson(assessment)) };
  // The parts stand in it by their digests: hashing them twice would tell nothing more.
  const record = digestOf(canonicalJson({ format, engine, rubrics, redacted, digests: parts }));
  return { ...parts, record };
}
