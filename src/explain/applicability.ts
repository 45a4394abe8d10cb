/** Why a node does not apply, or may not, in words. */
import type { Applicability } from "../model/assessment.js";
import { becauseText, decidingOf } from "./tests.js";
import { type Telling, say } from "./telling.js";

export function whyNotText({ declared, because }: Applicability, telling: Telling): string {
  if (declared)
    return say(
      telling,
      `不适用，${declared.by}认定：${declared.reason}`,
      `does not apply, says ${declared.by}: ${declared.reason}`,
    );
  const answers = decidingOf(because, "false").map((entry) => becauseText(entry, telling));
  return say(telling, `不适用：${answers.join("；")}`, `does not apply: ${answers.join("; ")}`);
}

export function whyOpenText({ because }: Applicability, telling: Telling): string {
  const open = because.filter(({ result }) => result === "unknown").map((entry) => becauseText(entry, telling));
  return open.length === 0
    ? say(telling, "是否适用还没有说明", "nobody has said whether it applies")
    : say(telling, `是否适用还不能确定：${open.join("；")}`, `whether it applies is open: ${open.join("; ")}`);
}
