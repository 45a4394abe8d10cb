/** What stands in the place of words that quoted something personal. */
import type { Text } from "../model/diagnostic.js";

export const redactedText: Text = { zh: "（已隐去）", en: "(redacted)" };
