/** All words of all diagnostics. One file a stage holds the entries; the types make each code appear exactly once. */
import type { DiagnosticCode } from "../model/codes.js";
import type { CatalogueEntry } from "./diagnose.js";
import { caseMessages } from "./cases.js";
import { cliMessages } from "./cli.js";
import { compileMessages } from "./compile.js";
import { parseMessages } from "./parse.js";
import { scoreMessages } from "./score.js";
import { validateMessages } from "./validate.js";

export const catalogue: Readonly<Record<DiagnosticCode, CatalogueEntry>> = {
  ...parseMessages,
  ...validateMessages,
  ...compileMessages,
  ...scoreMessages,
  ...caseMessages,
  ...cliMessages,
  "findings-left-out": {
    severity: "error",
    zh: "另有 {count} 条发现未列出",
    en: "{count} more findings are not listed",
    hint: { zh: "先改正上面列出的，再检查一次", en: "mend the ones above, then check again" },
  },
};
