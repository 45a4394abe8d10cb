/** What every rubric begins with: id, version, title, the published texts behind it, and its days in force. */
import type { DocumentValue } from "../model/document.js";
import type { Effective, SourceDocument, Title } from "../model/rubric.js";
import type { Report } from "./report.js";
import { compareDays, parseDate } from "../base/calendar.js";
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import { given, readMap } from "./given.js";
import { date, id, oneOf, text } from "./scalars.js";
import { isMapping, part, shape } from "./shape.js";
import { readTitle } from "./titles.js";
import { optional, strictObject } from "./zod.js";

export const headerKeys = {
  $schema: optional(text),
  id,
  version: id,
  title: part("title"),
  status: optional(oneOf(["official", "drafted"])),
  documents: optional(part("documents")),
  source: optional(id),
  effective: optional(part("effective")),
  facts: optional(part("facts")),
};

export const documentShape = strictObject({ title: part("title"), date: optional(date) });
export const effectiveShape = strictObject({ from: optional(date), until: optional(date) });

interface HeaderFields {
  readonly id?: string | undefined;
  readonly version?: string | undefined;
  readonly title?: DocumentValue | undefined;
  readonly status?: "official" | "drafted" | undefined;
  readonly documents?: DocumentValue | undefined;
  readonly source?: string | undefined;
  readonly effective?: DocumentValue | undefined;
}

/** Parts that could be read; `checkSource` reports a document that is not among those declared. */
export interface HeaderDraft {
  readonly title: Title | undefined;
  readonly documents: readonly SourceDocument[];
  readonly effective: Effective | undefined;
  readonly checkSource: (source: string | undefined, path: string, report: Report) => void;
}

export function readHeader(fields: HeaderFields, wrong: ReadonlySet<string>, report: Report): HeaderDraft {
  const documents = readMap(fields.documents, "/documents", report, (id, value, path): SourceDocument | undefined => {
    const { ok, fields } = shape(documentShape, value, path, report);
    const title = readTitle(fields.title, pointer(path, "title"), report);
    return ok && title !== undefined ? given({ id, title, date: fields.date }) : undefined;
  });
  const known = new Set(isMapping(fields.documents) ? Object.keys(fields.documents) : []);
  // A list that cannot be read says nothing about its entries; one that is not there is told once.
  let isTold = wrong.has("documents") || (fields.documents !== undefined && !isMapping(fields.documents));
  const draft: HeaderDraft = {
    title: readTitle(fields.title, "/title", report),
    documents: documents.entries,
    effective: readEffective(fields.effective, report),
    checkSource(source, path, report) {
      if (source === undefined || known.has(source) || isTold) return;
      const near = report.nearest(source, [...known]);
      const hint = near.length > 0 ? hints.didYouMean : undefined;
      report.add("document-undeclared", path, { source, nearest: near }, { hint });
      // However often it is cited.
      known.add(source);
      isTold = fields.documents === undefined;
    },
  };
  draft.checkSource(fields.source, "/source", report);
  return draft;
}

function readEffective(value: DocumentValue | undefined, report: Report): Effective | undefined {
  const { ok, fields } = shape(effectiveShape, value, "/effective", report);
  if (!ok) return undefined;
  const { from, until } = fields;
  if (from !== undefined && until !== undefined && compareDays(parseDate(from)!, parseDate(until)!) > 0) {
    report.add("effective-reversed", "/effective/until", { from, until });
    return undefined;
  }
  return given({ from, until });
}
