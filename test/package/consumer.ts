/**
 * A program that uses every name of both doors, as TypeScript sees them. It is compiled here with the source, and by
 * declarations.test.ts with what is published; it never runs. A member that widens to `any`, or a union that no longer
 * narrows, is an error of the compiler.
 */
import type {
  AbsorbedBy,
  Adjustment,
  AdjustmentStory,
  Applicability,
  AsideOutcome,
  Assessment,
  AuditFinding,
  AuditResult,
  Averaging,
  Band,
  BandAction,
  BandChange,
  BandNote,
  Because,
  BestOfRule,
  Bound,
  Bounds,
  BrokenRubric,
  CauseKind,
  CauseStep,
  ChangePlace,
  ChangeSubject,
  ChecklistRule,
  ChoiceFact,
  ChoiceRule,
  Choosing,
  ClassWeight,
  Coefficient,
  CoefficientValue,
  Combination,
  Comparison,
  CompiledScheme,
  Component,
  ComponentResult,
  ComponentStory,
  Condition,
  ConditionResult,
  ConditionStory,
  ConditionalRule,
  CountsAs,
  DateText,
  DayOfYear,
  DecimalText,
  Decision,
  Derivation,
  Diagnostic,
  DiagnosticCode,
  DiagnosticData,
  DiffRubricsOptions,
  Digest,
  Each,
  EachNote,
  Effect,
  EffectAction,
  EffectResult,
  Effective,
  EligibilityCondition,
  EligibilityResult,
  EligibilityStatus,
  Engine,
  EntryNote,
  EntryResult,
  EventLine,
  EventsFact,
  EventsRule,
  ExactText,
  ExplainOptions,
  Explanation,
  ExtremeImpact,
  FactDeclaration,
  FactNote,
  FactResult,
  FactSheet,
  FactState,
  FactType,
  FieldCondition,
  FieldDeclaration,
  Finding,
  FirstOfRule,
  FlagRule,
  Group,
  GroupChange,
  Impact,
  ImportedRule,
  Indicator,
  IndicatorQuestion,
  IndicatorRead,
  InnerRule,
  InstanceList,
  InstanceResult,
  Interval,
  JoinedBecause,
  JudgedRule,
  Judgement,
  JudgementResult,
  Knot,
  Language,
  Leaf,
  LevelsRule,
  Limit,
  LinearRule,
  ListResult,
  LoadedRubric,
  Locate,
  Material,
  MaterialResult,
  MaterialsResult,
  Measure,
  NamedFactSheet,
  NoScore,
  NodeChange,
  NodeResult,
  NodeStatus,
  NodeStory,
  NumberFact,
  Objection,
  ObjectionAdjustment,
  ObjectionAnswer,
  ObjectionChange,
  ObjectionEntry,
  ObjectionExclusion,
  ObjectionFact,
  ObjectionIndicator,
  ObjectionOptions,
  ObjectionOutcome,
  ObjectionPlace,
  ObjectionRoles,
  ObjectionStanding,
  ObjectionStep,
  ObjectionTrial,
  OpenQuestion,
  OpenScore,
  Option,
  OptionPoints,
  Outcome,
  OutcomeReason,
  OwnTerm,
  PanelRule,
  PartsRule,
  PlainFact,
  Position,
  Preference,
  PrintedField,
  Raise,
  Range,
  Read,
  ReadValue,
  Reason,
  ReasonCode,
  RecordDiff,
  RecordDifference,
  RecordDigests,
  RecordOptions,
  RecordSide,
  RecordedInputs,
  RedactedPlace,
  RedactedRecord,
  Redaction,
  RecordedRubric,
  Reexamination,
  ReexaminationAnswer,
  ReexaminationSide,
  ReexaminedCondition,
  ReexamineOptions,
  RelatedPlace,
  RenderOptions,
  Lines,
  ReplayCause,
  ReplayOptions,
  ReplayResult,
  RubricPlace,
  ReplayVerdict,
  Revelation,
  Rescale,
  RestoreLine,
  RoleDifference,
  RolePoints,
  RoleRead,
  RoleReason,
  RoleResult,
  RoleRow,
  Rounding,
  RoundingMode,
  Rubric,
  RubricChange,
  RubricChangeKind,
  RubricDifference,
  RubricSet,
  RubricValidation,
  RubricVersion,
  RubricsCompared,
  RuleKind,
  Scale,
  Scheme,
  SchemeEffect,
  SchemeEffectResult,
  SchemeNote,
  ScoreRecord,
  ScoreResult,
  ScoreScale,
  ScoredScore,
  Scoring,
  Severity,
  Sheet,
  SheetChoice,
  SheetImpact,
  SheetNote,
  SingleRule,
  SourceDocument,
  Standing,
  StatedChange,
  Step,
  StepValue,
  SteppedTier,
  StepsRule,
  Subject,
  SuppliedFact,
  SuppliedInstance,
  SuppliedJudgement,
  SuppliedList,
  SuppliedMaterial,
  SuppliedNotApplicable,
  SuppliedPanel,
  SuppliedValue,
  TableCell,
  TableRow,
  TableRule,
  Term,
  Terms,
  Test,
  Text,
  Tier,
  TierSteps,
  TiersRule,
  Title,
  Truth,
  UnscoredSheet,
  VerdictFlip,
  VetoResult,
  Window,
  Within,
  answerObjection,
  compareRoles,
  diffRecords,
  diffRubrics,
} from "../../src/index.js";
import {
  RubricError,
  auditRecord,
  compileScheme,
  explain,
  isRubricError,
  parseFactSheet,
  parseRubric,
  readFactSheet,
  recordOf,
  reexamine,
  renderJson,
  renderText,
  isRevealed,
  redactRecord,
  replay,
  score,
  validateRubric,
} from "../../src/index.js";
import { loadFactSheet, loadRubrics } from "../../src/node.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type IsAny<T> = 0 extends 1 & T ? true : false;
const holds = <_ extends true>(): void => undefined;

/** Signatures, whole: a parameter that is added or loosened shows here. */
holds<Same<typeof parseRubric, (text: string) => Rubric>>();
holds<Same<typeof validateRubric, (input: unknown) => RubricValidation>>();
holds<Same<typeof parseFactSheet, (text: string) => FactSheet>>();
holds<Same<typeof readFactSheet, (value: unknown) => FactSheet>>();
holds<
  Same<typeof compileScheme, (rubrics: RubricSet | readonly Rubric[], id: string, options?: Choosing) => CompiledScheme>
>();
holds<Same<typeof score, (compiled: CompiledScheme, factSheet: FactSheet) => Assessment>>();
holds<Same<typeof compareRoles, (compiled: CompiledScheme, factSheets: readonly FactSheet[]) => Comparison>>();
holds<Same<typeof explain, (assessment: Assessment, options?: ExplainOptions) => Explanation>>();
holds<Same<typeof renderText, (result: Assessment | Explanation, options?: RenderOptions) => string>>();
holds<Same<typeof renderJson, (result: Assessment | Explanation) => string>>();
holds<
  Same<typeof recordOf, (compiled: CompiledScheme, factSheet: FactSheet, options?: RecordOptions) => ScoreRecord>
>();
holds<
  Same<
    typeof replay,
    (record: unknown, rubrics?: RubricSet | readonly Rubric[], options?: ReplayOptions) => ReplayResult
  >
>();
holds<Same<typeof diffRecords, (before: unknown, after: unknown) => RecordDiff>>();
holds<
  Same<typeof answerObjection, (record: unknown, indicator: string, options?: ObjectionOptions) => ObjectionAnswer>
>();
holds<
  Same<
    typeof diffRubrics,
    (before: RubricsCompared, after: RubricsCompared, options?: DiffRubricsOptions) => RubricDifference
  >
>();
holds<
  Same<
    typeof reexamine,
    (
      record: unknown,
      factSheet: FactSheet,
      rubrics: RubricSet | readonly Rubric[],
      options?: ReexamineOptions,
    ) => ReexaminationAnswer
  >
>();
holds<Same<typeof auditRecord, (record: unknown) => AuditResult>>();
holds<Same<typeof redactRecord, (record: unknown, secret: string) => RedactedRecord>>();
holds<Same<typeof isRevealed, (record: unknown, revelation: unknown) => boolean>>();
holds<Same<typeof isRubricError, (error: unknown) => error is RubricError>>();
holds<Same<typeof loadRubrics, (...paths: readonly string[]) => Promise<RubricSet>>>();
holds<Same<typeof loadFactSheet, (path: string) => Promise<FactSheet>>>();
holds<Same<ConstructorParameters<typeof RubricError>, [diagnostics: readonly Diagnostic[]]>>();

export async function evaluate(folder: string, id: string, file: string): Promise<string> {
  const choosing: Choosing = { asOf: "2023-11-10", version: "1.0" };
  const assessment = score(compileScheme(await loadRubrics(folder), id, choosing), await loadFactSheet(file));
  const options: RenderOptions = { lang: "en" };
  return renderText(assessment, options) + renderJson(assessment) + scoreText(assessment.score);
}

export function evaluateTexts(rubrics: readonly string[], id: string, facts: string): Assessment {
  const scheme = compileScheme(rubrics.map(parseRubric), id);
  return score(scheme, facts === "" ? readFactSheet({ kind: "facts", scheme: id }) : parseFactSheet(facts));
}

export function scoreText(result: ScoreResult): string {
  if (result.status === "scored") {
    holds<Same<typeof result, ScoredScore>>();
    return `${result.exact.length} ${result.display.length}`;
  }
  holds<Same<typeof result, OpenScore | NoScore>>();
  holds<Same<(typeof result)["exact"], null>>();
  return result.status === "open" ? `${result.bounds.least}` : "nothing";
}

export function readAll(texts: readonly string[]): readonly Rubric[] {
  return texts.map(validateRubric).flatMap((validation) => {
    if (validation.success) return validation.rubric;
    // @ts-expect-error: what failed has no rubric.
    return validation.rubric ?? [];
  });
}

export function ladderText({ bands }: Scheme): string {
  return bands.map(({ interval }: Band) => interval.low?.value ?? "").join();
}

/** The members of a scale, both ends stated. */
export function scaleText({ rescale }: Scheme): string {
  const ends = ({ low, high }: Scale): string => `${low} to ${high}`;
  const carried = ({ from, to }: Rescale): string => `${ends(from)} on ${ends(to)}`;
  return rescale === undefined ? "" : carried(rescale);
}

/** What parts two records, each member under its own name. */
export function partedText(diff: RecordDiff): string {
  if (!diff.success) return `${diff.before} ${diff.after}`;
  const { before, changes, groups, steps }: RecordDifference = diff.difference;
  const standing = ({ score: { status }, outcome }: Standing): string => `${status} ${outcome}`;
  const side = ({ asOf, ...end }: RecordSide): string => `${asOf} ${standing(end)}`;
  const node = ({ subject, points }: NodeChange | GroupChange): string => `${subject} ${points ?? "open"}`;
  const cause = (kind: CauseKind): string => kind;
  const stated = ({ id, before: was, after: is }: StatedChange): string => `${id} ${was ?? ""} ${is ?? ""}`;
  const why = ({ findings }: JoinedBecause): string => findings.map(({ code }) => code).join();
  const step = ({ causes, joined, stated: all, after }: CauseStep): string =>
    [...causes.map(cause), joined ? why(joined) : "", ...all.map(stated), standing(after)].join();
  return [side(before), ...[...changes, ...groups].map(node), ...steps.map(step)].join();
}

/** The answer to an objection, each member under its own name. */
export function answerText(answer: ObjectionAnswer): string {
  const refused = (no: Extract<ObjectionAnswer, { readonly success: false }>): string => {
    switch (no.reason) {
      case "verdict":
        return no.verdicts.join();
      case "indicator":
        return no.nearest.join();
      case "group":
        return no.indicators.join();
      case "roles":
        return no.reason;
    }
  };
  if (!answer.success) return refused(answer);
  const { standing, indicator, facts, entries, steps, way, roles, outcome }: Objection = answer.objection;
  const standingText = ({ goal, threshold }: ObjectionStanding): string => `${goal} ${threshold ?? ""}`;
  const indicatorText = ({ id, awarded }: ObjectionIndicator): string => `${id} ${awarded ?? "open"}`;
  const factText = ({ fact, evidence }: ObjectionFact): string => `${fact} ${evidence.join()}`;
  const why = (excluded: ObjectionExclusion | null): string => excluded ?? "counts";
  const entryText = ({ date, excluded }: ObjectionEntry): string => `${date} ${why(excluded)}`;
  const stepText = ({ kind, by }: ObjectionStep): string => `${kind} ${by}`;
  const placeText = ({ id, adjustments }: ObjectionPlace): string =>
    [id, ...adjustments.map(({ cause, by }: ObjectionAdjustment) => `${cause} ${by}`)].join();
  const roleText = ({ given }: ObjectionRoles): string => given.map(({ role }) => role).join();
  const changeText = (change: ObjectionChange): string => {
    switch (change.kind) {
      case "points":
        return change.past ?? change.to;
      case "judgement":
        return change.to;
      case "entry":
        return change.field;
      case "fact":
        return change.fact;
      case "entries":
        return change.becomes;
      case "applicability":
        return String(change.applies);
    }
  };
  const trialText = ({ change, outcome: then }: ObjectionTrial): string => `${changeText(change)} ${then}`;
  const trials = ({ full, points, facts: single }: ObjectionOutcome): readonly ObjectionTrial[] => [
    ...(full ? [full] : []),
    ...points,
    ...single,
  ];
  return [
    standingText(standing),
    indicatorText(indicator),
    ...facts.map(factText),
    ...entries.map(entryText),
    ...steps.map(stepText),
    ...way.map(placeText),
    roles ? roleText(roles) : "",
    ...trials(outcome).map(trialText),
  ].join();
}

/** What parts two versions of a rubric, and what comes of it. */
export function versionsText({ before, changes, flips, impact }: RubricDifference): string {
  const named = ({ file }: NamedFactSheet | ExtremeImpact | UnscoredSheet): string => file;
  const version = ({ kind, id, effective: { from } }: RubricVersion): string => `${kind} ${id} ${from ?? ""}`;
  const place = ({ key, entry }: ChangePlace): string => `${key} ${entry ?? ""}`;
  const kinds = (kind: RubricChangeKind, about: ChangeSubject): string => `${kind} ${about}`;
  const change = ({ kind, about, at, points }: RubricChange): string =>
    [kinds(kind, about), ...at.map(place), points satisfies null].join();
  const moved = ({ file, after: { outcome }, findings }: SheetImpact): string =>
    `${file} ${outcome} ${findings.length}`;
  const flip = (each: VerdictFlip): string => `${moved(each)} ${each.by} ${each.from} ${each.to}`;
  const all = ({ up, unscored }: Impact): string => [...(up ? [named(up)] : []), ...unscored.map(named)].join();
  return [...before.map(version), ...changes.map(change), ...flips.map(flip), impact ? all(impact) : ""].join();
}

/** What became of a title, each member under its own name. */
export function titleText(record: unknown, facts: string, rubrics: readonly string[]): string {
  const options: ReexamineOptions = { lang: "en", aside: ["re-examination"] };
  const answer = reexamine(record, parseFactSheet(facts), rubrics.map(parseRubric), options);
  if (!answer.success) return answer.reason === "verdict" ? answer.verdict : answer.reason;
  const { status, before, after, aside, conditions }: Reexamination = answer.reexamination;
  const side = ({ asApplicant, margin }: ReexaminationSide): string => `${asApplicant} ${margin ?? ""}`;
  const condition = ({ kind, id, after: held }: ReexaminedCondition): string => `${kind} ${id} ${held}`;
  const outcome = ({ id }: AsideOutcome): string => id;
  return [status, side(before), side(after), ...aside.map(outcome), ...conditions.map(condition)].join();
}

export function countingText({ countsAs }: Indicator): string {
  const absorbed = (by: AbsorbedBy): string => by;
  const text = (counts: CountsAs): string => {
    switch (counts.kind) {
      case "bonus":
        return absorbed(counts.absorbedBy);
      case "ordinary":
      case "deduction":
        return counts.kind;
    }
  };
  return text(countsAs);
}

export function rubricText(rubric: Rubric): string {
  return rubric.kind === "sheet" ? rubric.root.children.map(indicatorText).join() : rubric.goal;
}

export function indicatorText(node: Indicator): string {
  return node.kind === "group" ? combinationText(node.combine) : scoringText(node.scoring);
}

export function combinationText(combine: Combination): string {
  switch (combine) {
    case "sum":
    case "mean":
    case "weighted_mean":
    case "min":
    case "max":
      return combine;
  }
}

export function storyText(assessment: Assessment, indicator: string): string {
  const options: ExplainOptions = { lang: "en", indicator };
  const explanation: Explanation = explain(assessment, options);
  const nodes = explanation.components.flatMap(({ root }: ComponentStory) => root ?? []);
  const adjustments = nodes.flatMap((node: NodeStory): readonly AdjustmentStory[] => node.adjustments);
  const conditions: readonly ConditionStory[] = explanation.eligibility.conditions;
  const open: readonly OpenQuestion[] = explanation.settling;
  const codes = explanation.reasons.map((reason: Reason): ReasonCode => reason.code);
  return [...codes, ...adjustments.map(({ text }) => text), ...conditions.map(({ id }) => id), open.length].join();
}

export function breakdownText({ decision }: Assessment, kind: IndicatorQuestion): string {
  const read = decision.reasons.flatMap(({ because }) => because.flatMap(({ indicators = [] }) => indicators));
  return [kind, ...read.map(({ indicator, meets }: IndicatorRead) => `${indicator} ${meets}`)].join();
}

export function noteText({ scheme, components, facts, materials }: Assessment): string {
  const own: SchemeNote = scheme;
  const sheets = components.flatMap(({ sheet, root }): readonly (SheetNote | Applicability)[] =>
    [sheet ?? [], root?.applicability ?? []].flat(),
  );
  const notes = facts.map((fact: FactResult): FactNote => fact.declared);
  const entries = facts.flatMap(({ entries: counted = [] }): readonly EntryResult[] => counted);
  const fields = entries.flatMap((entry): readonly PrintedField[] => entry.fields);
  const termsOf = (node: NodeResult): Terms => node.terms ?? {};
  const averaging = ({ combine }: NodeResult): Averaging | undefined => combine;
  const { items }: MaterialsResult = materials;
  return [
    own.points,
    sheets.length,
    ...fields.map(({ name }) => name),
    ...components.flatMap(({ root }) => (root ? Object.keys(termsOf(root)) : [])),
    ...components.flatMap(({ root }) => (root ? (averaging(root) ?? []) : [])),
    ...notes.map(({ id }) => id),
    ...items.map((item: MaterialResult) => item.id),
  ].join();
}

export function redactedText(record: ScoreRecord, secret: string): string {
  const { record: open, revelations }: RedactedRecord = redactRecord(record, secret);
  const { of, places }: Redaction = open.redacted ?? { of: "", places: [] };
  const shown = revelations.filter((each: Revelation) => isRevealed(open, each)).map(({ path }) => path);
  return [of, ...places.map(({ path, digest }: RedactedPlace) => `${path} ${digest}`), ...shown].join();
}

export function replayText(compiled: CompiledScheme, factSheet: FactSheet): string {
  const { digests, engine, rubrics, inputs }: ScoreRecord = recordOf(compiled, factSheet, {
    embed: true,
    meta: { by: "甲" },
  });
  const own: RecordDigests & Engine = { ...digests, ...engine };
  const contents = rubrics.map(({ content }: RecordedRubric): Digest => content);
  const lines = ({ zh, en }: Lines): readonly string[] => [...zh, ...en];
  const at = ({ id, line }: RubricPlace): string => `${id}:${line}`;
  const cited = ({ id, story, rubric }: ReplayCause): readonly string[] => [
    id,
    ...lines(story.recorded),
    ...(rubric ? [at(rubric)] : []),
  ];
  const { asOf, problems = [] }: RecordedInputs = inputs;
  const { verdict, causes }: ReplayResult = replay({ format: "chengxin/record@1" });
  holds<Same<typeof verdict, ReplayVerdict>>();
  const said = [asOf, ...problems.map(({ path }) => path)];
  return [own.trace, own.semantics, ...contents, ...said, ...causes.flatMap(cited)].join();
}

export function auditText(record: ScoreRecord): string {
  const options: ReplayOptions = { expect: record.digests.record };
  const { findings, checked, taken }: AuditResult = auditRecord(record);
  const told = findings.map(({ path, stated, follows }: AuditFinding) => `${path} ${stated} ${follows ?? ""}`);
  return [replay(record, [], options).verdict, ...told, String(checked - taken)].join();
}

export function comparisonText(compared: Comparison): string {
  const read = ({ value }: RoleRead): string => String(value);
  const reason = (one: RoleReason): string =>
    one.kind === "read" ? `${read(one.before)} ${read(one.after)}` : one.reason;
  const difference = ({ by, reasons }: RoleDifference): string => [by, ...reasons.map(reason)].join();
  const points = ({ awarded }: RolePoints): string => awarded?.exact ?? "";
  const row = ({ given, differences }: RoleRow): string =>
    [...given.map(points), ...differences.map(difference)].join();
  return [
    ...compared.roles.map(({ role }: RoleResult) => role),
    ...compared.indicators.map(row),
    ...compared.raises.map(({ by }: Raise) => by),
  ].join();
}

function innerText({ title, scoring }: InnerRule): string {
  const inside: SingleRule = scoring;
  return `${typeof title === "string" ? title : title.en} ${scoringText(inside)}`;
}

function tierText({ points, steps }: SteppedTier): string {
  const inside: TierSteps | undefined = steps;
  return `${points} ${inside?.per ?? ""}`;
}

function rowText({ cells }: TableRow): string {
  return cells.map(({ fact }: TableCell) => fact).join();
}

export function scoringText(scoring: Scoring): string {
  switch (scoring.rule) {
    case "flag":
      return (scoring satisfies FlagRule).points;
    case "choice":
      return (scoring satisfies ChoiceRule).pick ?? "";
    case "tiers":
      return (scoring satisfies TiersRule).tiers.map(tierText).join();
    case "steps":
      return (scoring satisfies StepsRule).per;
    case "linear":
      return (scoring satisfies LinearRule).knots.map((knot) => knot.at).join();
    case "checklist":
      return checklistText(scoring);
    case "events":
      return (scoring satisfies EventsRule).lines.map((line) => line.kind ?? "").join();
    case "levels":
      return (scoring satisfies LevelsRule).count;
    case "best_of":
      return (scoring satisfies BestOfRule).of.map(innerText).join();
    case "first_of":
      return (scoring satisfies FirstOfRule).of.map((rule: ConditionalRule) => innerText(rule)).join();
    case "parts":
      return (scoring satisfies PartsRule).parts.map(innerText).join();
    case "table":
      return (scoring satisfies TableRule).rows.map(rowText).join();
    case "imported":
      return [scoring satisfies ImportedRule].map(({ from }): ScoreScale => from)[0]!.high;
    case "judged":
      return (scoring satisfies JudgedRule).step;
    case "panel":
      return (scoring satisfies PanelRule).weights?.map((each: ClassWeight) => each.class).join() ?? "";
  }
}

function checklistText(scoring: ChecklistRule): string {
  switch (scoring.mode) {
    case "sum":
      return scoring.items.map(({ fact }) => fact).join();
    case "per_item":
      return scoring.each;
    case "ladder":
      return String(scoring.tiers.length);
  }
}

export function factsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "all":
    case "any":
    case "at_least_n":
      return condition.of.flatMap(factsOf);
    case "not":
      return factsOf(condition.of);
    case "fact":
    case "events":
      return [condition.fact];
    case "indicator":
    case "any_child_of":
    case "every_child_of":
      return [condition.indicator, condition.points.low?.value ?? ""];
    case "score":
      return [condition.interval.low?.value ?? ""];
    case "band":
      return condition.bands;
    case "vetoed":
      return [String(condition.is)];
    case "eligibility":
      return [condition.is];
  }
}

export function bandText({ scheme, decision }: Assessment): string {
  const ladder: readonly BandNote[] = scheme.bands ?? [];
  return [decision.band, ...(decision.bands ?? []), ...ladder.map(({ id }) => id)].join();
}

export function factText(fact: FactDeclaration): string {
  switch (fact.type) {
    case "integer":
    case "decimal":
      return (fact satisfies NumberFact).derive?.kind ?? "";
    case "choice":
    case "choices":
      return (fact satisfies ChoiceFact).options.map(({ id }) => id).join();
    case "events":
      return (fact satisfies EventsFact).fields.map(({ name }) => name).join();
    case "boolean":
    case "date":
    case "text":
    case "credit-code":
      return (fact satisfies PlainFact).id;
  }
}

export function whyNot(run: () => void): string {
  try {
    run();
    return "";
  } catch (error) {
    if (!isRubricError(error)) throw error;
    holds<Same<typeof error, RubricError>>();
    const code: DiagnosticCode = error.code;
    const own = error instanceof RubricError ? "" : "of another copy: ";
    return own + code + error.diagnostics.map(({ message, range }) => `${range?.start.line} ${message.zh}`).join();
  }
}

/** The others, with what they are for the most part. */
export interface Rest {
  readonly texts: [DateText, DecimalText, ExactText, Limit, Title];
  readonly words: [
    EligibilityStatus,
    FactState,
    FactType,
    Language,
    NodeStatus,
    RoundingMode,
    RuleKind,
    Severity,
    Truth,
  ];
  readonly numbers: [Bound, Bounds, Interval, Rounding];
  readonly findings: [Diagnostic, DiagnosticData, Finding, Locate, Position, Range, RelatedPlace, Subject, Text];
  readonly coefficients: [Coefficient, CoefficientValue];
  readonly schemeEffects: [SchemeEffect, SchemeEffectResult, BandAction, BandChange];
  readonly sheet: [Effective, Group, Leaf, Sheet, SourceDocument];
  readonly each: [Each, EachNote, InstanceList, InstanceResult, ListResult, SuppliedInstance, SuppliedList];
  readonly effects: [Effect, EffectAction, EffectResult, VetoResult];
  readonly scheme: [Component, EligibilityCondition, Material, Measure, Outcome, Preference, Scheme];
  readonly rules: [EventLine, Knot, OptionPoints, RestoreLine, Tier];
  readonly conditions: [DayOfYear, FieldCondition, OwnTerm, Test, Window, Within];
  readonly notes: [EntryNote];
  readonly facts: [Derivation, FieldDeclaration, Option, Term];
  readonly supplied: [
    SheetChoice,
    SuppliedFact,
    SuppliedJudgement,
    SuppliedMaterial,
    SuppliedNotApplicable,
    SuppliedPanel,
    Judgement,
    SuppliedValue,
  ];
  readonly results: [Adjustment, Because, ComponentResult, ConditionResult, Decision, NodeResult, OutcomeReason];
  readonly eligibility: [EligibilityResult];
  readonly steps: [JudgementResult, Read, ReadValue, Step, StepValue];
  readonly loaded: [BrokenRubric, LoadedRubric];
}
holds<Same<IsAny<Rest[keyof Rest][number]>, false>>();
holds<Same<RuleKind, Scoring["rule"]>>();
holds<Same<FactType, FactDeclaration["type"]>>();
holds<Same<Language, "zh" | "en">>();
holds<Same<ScoreResult["status"], "scored" | "open" | "nothing-scored">>();
