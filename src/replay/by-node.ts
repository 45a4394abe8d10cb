/** Two assessments → their difference indicator by indicator; it adds up because contributions do. */
import { canonicalJson } from "../base/canonical.js";
import { type Exact, ZERO, formatExact, readExact, subtract, sum } from "../base/exact.js";
import type { Adjustment, Assessment, NodeResult } from "../model/assessment.js";
import type { GroupChange, NodeChange } from "../model/difference.js";
import type { ExactText } from "../model/numbers.js";
import type { Title } from "../model/rubric.js";

export interface NodeDifferences {
  readonly changes: readonly NodeChange[];
  readonly groups: readonly GroupChange[];
}

/**
 * At every group: its points = points of the groups and leaves in it + those of its adjustments. Nodes are paired by
 * the whole way to them, so that one that moved counts in full in both groups.
 */
export function nodeDifferences(before: Assessment, after: Assessment): NodeDifferences {
  const [old, now] = [placesOf(before), placesOf(after)];
  const keys = [...old.keys(), ...[...now.keys()].filter((key) => !old.has(key))];
  const changes: NodeChange[] = [];
  const groups: GroupChange[] = [];
  for (const key of keys) {
    const [was, is] = [old.get(key), now.get(key)];
    const { kind, subject, within, title } = (is ?? was)!;
    const presence = was && is ? "both" : is ? "added" : "removed";
    const points = pointsBetween(was, is);
    // Nothing came of it on either side: what does not apply, and what no adjustment touched.
    if (points === "0" && (presence === "both" || kind === "adjustments")) continue;
    if (points === null && was?.ends === is?.ends) continue;
    const values = { before: was?.value ?? null, after: is?.value ?? null, points };
    if (kind === "group") groups.push({ subject, within, title, presence, ...values });
    else changes.push({ kind, subject, within, title, presence, ...values });
  }
  return { changes, groups };
}

interface Place {
  readonly kind: NodeChange["kind"] | "group";
  readonly subject: string;
  readonly within: string;
  readonly title: Title | null;
  /** Null while it is open. */
  readonly value: ExactText | null;
  /** Between what an open one lies: two that wait for the same do not part. */
  readonly ends: string;
}

/** In document order, a group before what is in it. Of a leaf, its own adjustments are part of its value. */
function placesOf({ components, score }: Assessment): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const put = (key: string, place: Place): void => void places.set(`${place.kind} ${key}`, place);
  const visit = (node: NodeResult, component: string, within: string): void => {
    const { id, title, contribution, children, adjustments } = node;
    const subject = node.level === 0 ? component : `${component}/${id}`;
    const way = within === "" ? component : `${within}/${id}`;
    const place = { subject, within, title, ends: canonicalJson(node.bounds) };
    if (!children) return put(way, { kind: "indicator", ...place, value: contribution });
    put(way, { kind: "group", ...place, value: contribution });
    children.forEach((child) => visit(child, component, way));
    const value = contribution === null ? null : adjusted(adjustments);
    put(way, { kind: "adjustments", ...place, within: way, value, ends: "" });
  };
  for (const { id, root } of components) if (root) visit(root, id, "");
  const value = score.exact === null ? null : adjusted(score.adjustments);
  put("", { kind: "adjustments", subject: "score", within: "", title: null, value, ends: "" });
  return places;
}

/** Where the whole is known its adjustments are. */
function adjusted(adjustments: readonly Adjustment[]): ExactText {
  return formatExact(sum(adjustments.map(({ contribution }) => readExact(contribution ?? "0"))));
}

/** What one side does not have brings nothing there. */
function pointsBetween(was: Place | undefined, is: Place | undefined): ExactText | null {
  const [old, now] = [valueOf(was), valueOf(is)];
  return old === null || now === null ? null : formatExact(subtract(now, old));
}

function valueOf(place: Place | undefined): Exact | null {
  if (!place) return ZERO;
  return place.value === null ? null : readExact(place.value);
}
