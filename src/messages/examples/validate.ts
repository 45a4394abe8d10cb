/** An example of every code of the stage `validate`. */
import type { ValidateCode } from "../../model/codes.js";
import type { Example } from "./example.js";
import { conditionExamples } from "./validate/conditions.js";
import { factExamples } from "./validate/facts.js";
import { instanceExamples } from "./validate/instances.js";
import { keyExamples } from "./validate/keys.js";
import { numberExamples } from "./validate/numbers.js";
import { pointExamples } from "./validate/points.js";
import { ruleExamples } from "./validate/rules.js";
import { schemeExamples } from "./validate/schemes.js";
import { textExamples } from "./validate/texts.js";
import { valueExamples } from "./validate/values.js";

export const validateExamples: Readonly<Record<ValidateCode, Example>> = {
  ...keyExamples,
  ...numberExamples,
  ...textExamples,
  ...factExamples,
  ...conditionExamples,
  ...ruleExamples,
  ...pointExamples,
  ...instanceExamples,
  ...schemeExamples,
  ...valueExamples,
};
