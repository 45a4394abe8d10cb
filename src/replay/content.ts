/** The digest of what a document says. */
import { canonicalJson } from "../base/canonical.js";
import { contentOf } from "../base/content.js";
import { digestOf } from "../base/digest.js";
import type { DocumentValue } from "../model/document.js";
import type { Digest } from "../model/record.js";

export function contentDigest(value: DocumentValue): Digest {
  return digestOf(canonicalJson(contentOf(value)));
}
