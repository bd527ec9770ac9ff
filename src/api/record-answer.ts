import type { Edition } from '../catalogue/edition.ts';
import { DERIVATIVE_WIDTHS } from '../catalogue/shelf.ts';
import type { Issue } from '../model/issue.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { toWholeRecord } from '../publish/json-lines.ts';
import { toPlainChildren, toPlainValues, toRecordHead, type PublishContext } from '../publish/plain-record.ts';
import { findIssue } from '../vocabulary/issues.ts';
import type { Services } from './environment.ts';

type Row = Readonly<Record<string, unknown>>;

/** Where a record's dataset stands in an edition. A record of an earlier edition may be of a dataset that is no more. */
function contextOf(record: CatalogueRecord, edition: Edition, { node }: Services): PublishContext {
  const dataset = edition.manifest.datasets.find(({ key }) => key === record.datasetKey);
  if (dataset === undefined) throw new Error(`Edition ${edition.name} has no dataset ${record.datasetKey}`);
  return { base: node.base, dataset };
}

/** A record in a list: what was read, without what the museum wrote. */
export function toSummary(record: CatalogueRecord, edition: Edition, services: Services) {
  const { media } = toPlainChildren(record);
  return {
    ...toRecordHead(record, contextOf(record, edition, services)),
    interpreted: toPlainValues(record),
    media: withThumbnails(media ?? [], record.datasetKey, services),
    issues: [...new Set(record.issues.map(({ code }) => code))],
  };
}

/** A whole record: each issue with what it means, each medium with its local copies. */
export function toAnswer(record: CatalogueRecord, edition: Edition, services: Services) {
  const whole = toWholeRecord(record, contextOf(record, edition, services));
  const { media } = whole.children;
  return {
    ...whole,
    children: {
      ...whole.children,
      ...(media === undefined ? {} : { media: withThumbnails(media, record.datasetKey, services) }),
    },
    issues: whole.issues.map(explainIssue),
  };
}

function explainIssue(issue: Issue) {
  const definition = findIssue(issue.code);
  return definition === undefined ? issue : { ...issue, severity: definition.severity, sentence: definition.sentence };
}

function withThumbnails(media: readonly Row[], datasetKey: string, { live }: Services): Row[] {
  return media.map((row) => {
    const identifier = row['identifier'];
    const found = typeof identifier === 'string' ? live.shelf.find(datasetKey, identifier) : undefined;
    if (found === undefined) return row;
    const { hash, width, height } = found;
    const addresses = Object.fromEntries(
      DERIVATIVE_WIDTHS.map((size) => [String(size), `/media/${hash}/${size}.webp`]),
    );
    return { ...row, thumbnails: { ...addresses, width, height } };
  });
}
