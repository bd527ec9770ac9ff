import type { CatalogueRecord } from '../model/record.ts';
import { toPlainChildren, toPlainValues, toRecordHead, type PublishContext } from './plain-record.ts';
import { writeRecords, type WriteOptions } from './record-stream.ts';

/** A whole record for readers outside: terms of use, what was read, what the museum wrote, and the issues between them. */
export function toWholeRecord(record: CatalogueRecord, context: PublishContext) {
  return {
    ...toRecordHead(record, context),
    source: record.source,
    stateHash: record.stateHash,
    interpreted: toPlainValues(record),
    children: toPlainChildren(record),
    issues: record.issues,
    verbatim: record.verbatim,
    extensions: record.extensions,
  };
}

/** The selection as JSON Lines: a whole record a line, with what it was linked to, UTF-8, LF. */
export function writeJsonLines(options: WriteOptions): ReadableStream<Uint8Array> {
  return writeRecords(options, {
    head: '',
    line: (record, { context, links }) =>
      `${JSON.stringify({ ...toWholeRecord(record, context), ...(links === undefined ? {} : { links }) })}\n`,
  });
}
