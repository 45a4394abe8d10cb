/**
 * chengxin: exact, explainable, replayable scores from published credit-evaluation rubrics.
 *
 * This door has no file system, no clock and no environment: text and values in, plain data out. `chengxin/node`
 * reads files.
 */
export { compareRoles } from "./analyse/roles.js";
export { type DiffRubricsOptions, type RubricsCompared, diffRubrics } from "./analyse/versions.js";
export type { Choosing } from "./compile/find.js";
export type { CompiledScheme } from "./compile/program.js";
export { compileScheme } from "./compile/scheme.js";
export { type ExplainOptions, explain } from "./explain/explain.js";
export { parseFactSheet, readFactSheet } from "./load/fact-sheet.js";
export { type RubricValidation, parseRubric, validateRubric } from "./load/rubric.js";
export { RubricError, isRubricError } from "./messages/rubric-error.js";
export type {
  Adjustment,
  Applicability,
  Assessment,
  BandNote,
  BandChange,
  Because,
  Bounds,
  ComponentResult,
  ConditionResult,
  Decision,
  EffectResult,
  EligibilityResult,
  EligibilityStatus,
  EntryNote,
  EntryResult,
  FactNote,
  EachNote,
  FactResult,
  InstanceResult,
  ListResult,
  FactState,
  Finding,
  IndicatorRead,
  MaterialResult,
  MaterialsResult,
  NoScore,
  NodeResult,
  JudgementResult,
  NodeStatus,
  OpenScore,
  OutcomeReason,
  PrintedField,
  Read,
  ReadValue,
  SchemeNote,
  SchemeEffectResult,
  ScoreResult,
  ScoredScore,
  SheetNote,
  Step,
  StepValue,
  Terms,
  Truth,
  VetoResult,
} from "./model/assessment.js";
export type { DiagnosticCode } from "./model/codes.js";
export type {
  Condition,
  DayOfYear,
  FieldCondition,
  IndicatorQuestion,
  OwnTerm,
  Test,
  Window,
  Within,
} from "./model/condition.js";
export type {
  Comparison,
  Raise,
  RoleDifference,
  RolePoints,
  RoleRead,
  RoleReason,
  RoleResult,
  RoleRow,
} from "./model/comparison.js";
export type {
  CauseKind,
  CauseStep,
  GroupChange,
  JoinedBecause,
  NodeChange,
  RecordDiff,
  RecordDifference,
  RecordSide,
  Standing,
  StatedChange,
} from "./model/difference.js";
export type {
  Diagnostic,
  DiagnosticData,
  Position,
  Range,
  RelatedPlace,
  Severity,
  Subject,
  Text,
} from "./model/diagnostic.js";
export type { Locate } from "./model/document.js";
export type {
  ChoiceFact,
  Derivation,
  EventsFact,
  FactDeclaration,
  FactSheet,
  FactType,
  FieldDeclaration,
  NumberFact,
  Option,
  PlainFact,
  SheetChoice,
  SuppliedFact,
  Judgement,
  SuppliedJudgement,
  SuppliedInstance,
  SuppliedList,
  SuppliedPanel,
  SuppliedMaterial,
  SuppliedNotApplicable,
  SuppliedValue,
  Term,
} from "./model/fact.js";
export type {
  AdjustmentStory,
  ComponentStory,
  ConditionStory,
  Explanation,
  NodeStory,
  OpenQuestion,
  Reason,
  ReasonCode,
} from "./model/explanation.js";
export type { Bound, DateText, DecimalText, ExactText, Interval, Rounding, RoundingMode } from "./model/numbers.js";
export type {
  AbsorbedBy,
  Averaging,
  Band,
  BandAction,
  Coefficient,
  CoefficientValue,
  Combination,
  Component,
  CountsAs,
  Effective,
  Effect,
  EffectAction,
  EligibilityCondition,
  Each,
  Group,
  Indicator,
  InstanceList,
  Leaf,
  Limit,
  Material,
  Measure,
  Outcome,
  Preference,
  Rescale,
  Rubric,
  Scale,
  Scheme,
  SchemeEffect,
  Sheet,
  SourceDocument,
  Title,
} from "./model/rubric.js";
export type {
  Objection,
  ObjectionAdjustment,
  ObjectionAnswer,
  ObjectionChange,
  ObjectionEntry,
  ObjectionExclusion,
  ObjectionFact,
  ObjectionIndicator,
  ObjectionOutcome,
  ObjectionPlace,
  ObjectionRoles,
  ObjectionStanding,
  ObjectionStep,
  ObjectionTrial,
} from "./model/objection.js";
export type {
  ChangePlace,
  ChangeSubject,
  ExtremeImpact,
  Impact,
  NamedFactSheet,
  RubricChange,
  RubricChangeKind,
  RubricDifference,
  RubricVersion,
  SheetImpact,
  UnscoredSheet,
  VerdictFlip,
} from "./model/rubric-difference.js";
export type {
  AsideOutcome,
  ReexaminationAnswer,
  Reexamination,
  ReexaminationSide,
  ReexaminedCondition,
} from "./model/reexamination.js";
export type { BrokenRubric, LoadedRubric, RubricSet } from "./model/rubric-set.js";
export type {
  BestOfRule,
  ChecklistRule,
  ChoiceRule,
  ConditionalRule,
  EventLine,
  EventsRule,
  FirstOfRule,
  FlagRule,
  InnerRule,
  JudgedRule,
  PanelRule,
  ImportedRule,
  ScoreScale,
  ClassWeight,
  Knot,
  LevelsRule,
  LinearRule,
  OptionPoints,
  PartsRule,
  RestoreLine,
  RuleKind,
  Scoring,
  SingleRule,
  SteppedTier,
  StepsRule,
  TableCell,
  TableRow,
  TableRule,
  Tier,
  TierSteps,
  TiersRule,
} from "./model/scoring.js";
export { renderJson } from "./render/json.js";
export { type RenderOptions, renderText } from "./render/text.js";
export type { Language } from "./model/language.js";
export type {
  AuditFinding,
  AuditResult,
  Digest,
  Engine,
  RecordDigests,
  RecordedInputs,
  RedactedPlace,
  RedactedRecord,
  Redaction,
  RecordedRubric,
  Lines,
  ReplayCause,
  ReplayResult,
  RubricPlace,
  ReplayVerdict,
  Revelation,
  ScoreRecord,
} from "./model/record.js";
export { diffRecords } from "./replay/difference.js";
export { type RecordOptions, recordOf } from "./replay/record.js";
export { isRevealed, redactRecord } from "./replay/redact.js";
export { type ReplayOptions, replay } from "./replay/replay.js";
export { type ObjectionOptions, answerObjection } from "./review/objection.js";
export { type ReexamineOptions, reexamine } from "./review/reexamination.js";
export { auditRecord } from "./audit/audit.js";
export { score } from "./score/score.js";
