/** One enterprise as several roles score it, indicator by indicator: 应得分、自评分、审定分、评定分. */
import type { NodeStatus, Read, ReadValue, FactState, ScoreResult } from "./assessment.js";
import type { DateText, DecimalText, ExactText } from "./numbers.js";
import type { Title } from "./rubric.js";

/** What `compareRoles` gives. Nothing in it is an object keyed by an author's id; lists are in document order. */
export interface Comparison {
  readonly format: "chengxin/comparison@1";
  readonly scheme: { readonly id: string; readonly version: string; readonly title: Title };
  readonly subject: { readonly id: string | null; readonly name: string | null };
  readonly asOf: DateText;
  /** Whether the scheme lets a later role give more than an earlier one. */
  readonly laterMayRaise: boolean;
  /** In the order of the scheme. */
  readonly roles: readonly RoleResult[];
  /** Every node of every sheet, in document order. */
  readonly indicators: readonly RoleRow[];
  /** Where a later role gave more although the scheme does not let it; empty where it does. */
  readonly raises: readonly Raise[];
}

/** What one role's fact sheet comes to. */
export interface RoleResult {
  readonly role: string;
  readonly score: Pick<ScoreResult, "status" | "exact" | "display" | "bounds">;
  readonly outcome: string;
}

/** One indicator, or a group of them, under every role. */
export interface RoleRow {
  /** `component/id`; the sheet itself is the component's id. */
  readonly indicator: string;
  readonly kind: "group" | "leaf";
  readonly title: Title;
  readonly level: number;
  /** 应得分: the maximum of the node. */
  readonly points: DecimalText;
  /** One for each role, in their order. */
  readonly given: readonly RolePoints[];
  /** From each role to the next one, where the points differ. */
  readonly differences: readonly RoleDifference[];
}

/** What a role gives a node, in the node's own points. */
export interface RolePoints {
  readonly role: string;
  readonly status: NodeStatus | "absent";
  readonly awarded: { readonly exact: ExactText; readonly display: DecimalText } | null;
}

/** How much the later role gives more, or less, and what it saw otherwise. */
export interface RoleDifference {
  readonly from: string;
  readonly to: string;
  /** With sign; null where one of them gives no points. */
  readonly by: ExactText | null;
  /** Of a leaf; empty where it read the same and something else decided, such as whether it applies. */
  readonly reasons: readonly RoleReason[];
}

/** A fact or a judgement that the two roles state differently, or a node that only one of them leaves out. */
export type RoleReason =
  | {
      readonly kind: "read";
      readonly fact: string;
      readonly title?: Title;
      readonly before: RoleRead;
      readonly after: RoleRead;
    }
  | { readonly kind: "not-applicable"; readonly role: string; readonly by: string; readonly reason: string };

/** What one role read, with its papers, its note, and of a judgement who gave it and why. */
export type RoleRead = { readonly state: FactState; readonly value: ReadValue } & Pick<Read, "evidence"> &
  Partial<Pick<Read, "note" | "by" | "as" | "reason">>;

/** One indicator of which a later role thinks better than an earlier one. */
export interface Raise {
  readonly indicator: string;
  readonly from: string;
  readonly to: string;
  readonly by: ExactText;
}
