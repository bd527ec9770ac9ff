import type { AgentReason, AgentView } from '../../api/agent-view.ts';
import type { ClaimView } from '../../api/claim-view.ts';
import type { CatalogueRecord } from '../../model/record.ts';
import { usePage } from '../page-context.ts';
import { firstOf } from '../record-sheet.ts';
import { ClaimForm, ClaimState, UndoClaim } from './claim-forms.tsx';
import { RecordLink } from './related-records.tsx';

/** The claim about two units that holds; there is at most one. */
function claimOf(claims: readonly ClaimView[], one: string, other: string): ClaimView | undefined {
  return claims.find(
    ({ subject, object, withdrawn }) =>
      withdrawn === undefined &&
      ((subject.key === one && object.key === other) || (subject.key === other && object.key === one)),
  );
}

/** In place of the buttons: what was said already, and the one that takes it back. */
function Said({ claim }: { readonly claim: ClaimView }) {
  const { t, desk } = usePage();
  if (desk === undefined) return null;
  const apart = claim.entity === 'gathering' ? 'claim.saidApart' : 'claim.saidDifferent';
  return (
    <>
      {' · '}
      <strong>{t(claim.kind === 'same' ? 'claim.saidSame' : apart)}</strong> <ClaimState claim={claim} />
      <UndoClaim claim={claim} />
    </>
  );
}

interface ReasonProps {
  readonly reason: AgentReason;
  readonly claims: readonly ClaimView[];
}

/** Beside a reason for which two names are one: they are not. */
export function RejectReason({ reason, claims }: ReasonProps) {
  const said = claimOf(claims, reason.subjectKey, reason.objectKey);
  return said === undefined ? <Judge reason={reason} kind="reject" /> : <Said claim={said} />;
}

/** Beside someone who may be the same: it is, or it is not. */
export function JudgeCandidate({ reason, claims }: ReasonProps) {
  const said = claimOf(claims, reason.subjectKey, reason.objectKey);
  if (said !== undefined) return <Said claim={said} />;
  return (
    <>
      <Judge reason={reason} kind="accept" />
      <Judge reason={reason} kind="reject" />
    </>
  );
}

function Judge({ reason, kind }: { readonly reason: AgentReason; readonly kind: 'accept' | 'reject' }) {
  const { t } = usePage();
  const { claim, subject, object } = reason;
  return (
    <ClaimForm
      fields={{ kind, claim }}
      label={t(kind === 'accept' ? 'claim.accept' : 'claim.reject')}
      of={`${subject}, ${object}`}
    />
  );
}

interface NameProps {
  readonly agent: AgentView;
  readonly variant: AgentView['names'][number];
  readonly claims: readonly ClaimView[];
}

/** Beside a name other than the first: it is someone else's. */
export function RejectName({ agent, variant: { name, key }, claims }: NameProps) {
  const { t } = usePage();
  if (name === agent.label || agent.names.length < 2) return null;
  const said = claimOf(claims, key, agent.key);
  if (said !== undefined) return <Said claim={said} />;
  const fields = { kind: 'different', subject: agent.key, subjectName: name, object: agent.key };
  return <ClaimForm fields={fields} label={t('claim.rejectName')} of={name} />;
}

interface MembersProps {
  /** Some of a gathering's records, the one first from which others are told apart. */
  readonly records: readonly CatalogueRecord[];
  readonly claims: readonly ClaimView[];
}

/** At the desk: the records of a gathering, each of which may be of another one. */
export function GatheringMembers({ records, claims }: MembersProps) {
  const { t, desk, datasets } = usePage();
  if (desk === undefined || records.length < 2) return null;
  return (
    <section class="page-part">
      <h2>{t('claim.members')}</h2>
      <ul class="lines">
        {records.map((record, index) => (
          <li>
            <RecordLink record={record} /> <span class="wrote">{firstOf(record, 'catalogNumber')}</span>{' '}
            <span class="after">{datasets.get(record.datasetKey) ?? record.datasetKey}</span>
            <JudgeMember record={record} other={records[index === 0 ? 1 : 0]!} claims={claims} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function JudgeMember({
  record,
  other,
  claims,
}: {
  readonly record: CatalogueRecord;
  readonly other: CatalogueRecord;
  readonly claims: readonly ClaimView[];
}) {
  const { t } = usePage();
  const said = claimOf(claims, record.key, other.key);
  if (said !== undefined) return <Said claim={said} />;
  const fields = { kind: 'different', subject: record.key, object: other.key };
  return <ClaimForm fields={fields} label={t('claim.apart')} of={firstOf(record, 'catalogNumber') ?? record.key} />;
}
