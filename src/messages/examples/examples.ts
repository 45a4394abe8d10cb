/** An example of every code. One file a stage holds them. */
import type { DiagnosticCode } from "../../model/codes.js";
import { caseExamples } from "./cases.js";
import { cliExamples } from "./cli.js";
import { compileExamples } from "./compile.js";
import type { Example } from "./example.js";
import { parseExamples } from "./parse.js";
import { scoreExamples } from "./score.js";
import { validateExamples } from "./validate.js";

export const examples: Readonly<Record<DiagnosticCode, Example>> = {
  ...parseExamples,
  ...validateExamples,
  ...compileExamples,
  ...scoreExamples,
  ...caseExamples,
  ...cliExamples,
};
