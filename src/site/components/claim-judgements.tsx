import type { AgentReason, AgentView } from '../../api/agent-view.ts';
import type { ClaimView } from '../../api/claim-view.ts';
import type { CatalogueRecord } from '../../model/record.ts';
import type { GatheringMembersView } from '../gathering-data.ts';
import { gatheringHref } from '../links.ts';
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
  readonly gatheringKey: string;
  readonly members: GatheringMembersView;
  readonly claims: readonly ClaimView[];
}

/** At the desk: the records of a gathering, each of which may be of another one. */
export function GatheringMembers({ gatheringKey, members, claims }: MembersProps) {
  const { t, desk, datasets } = usePage();
  const { first, records, find } = members;
  const [one, other] = first;
  if (desk === undefined || one === undefined || other === undefined) return null;
  return (
    <section class="page-part" id="members">
      <h2>{t('claim.members')}</h2>
      {find === '' && members.isFirstPage && members.cursor === undefined ? null : (
        <FindMember gatheringKey={gatheringKey} members={members} />
      )}
      {find === '' ? null : <p role="status">{t('claim.found', { count: members.total, text: find })}</p>}
      <ul class="lines">
        {records.map((record) => (
          <li>
            <RecordLink record={record} /> <span class="wrote">{firstOf(record, 'catalogNumber')}</span>{' '}
            <span class="after">{datasets.get(record.datasetKey) ?? record.datasetKey}</span>
            <JudgeMember record={record} other={record.key === one.key ? other : one} claims={claims} />
          </li>
        ))}
      </ul>
      <MemberPages gatheringKey={gatheringKey} members={members} />
    </section>
  );
}

type PagedProps = Pick<MembersProps, 'gatheringKey' | 'members'>;

/** Of thousands one is found by its number rather than by paging. */
function FindMember({ gatheringKey, members: { find } }: PagedProps) {
  const { t } = usePage();
  return (
    <form class="claim-form-long" action={`${gatheringHref(gatheringKey)}#members`} method="get" role="search">
      <label>
        {t('claim.find')} <input type="search" name="find" value={find} maxlength={200} autocomplete="off" />
      </label>
      <button type="submit">{t('filters.search')}</button>
    </form>
  );
}

function MemberPages({ gatheringKey, members: { find, isFirstPage, cursor } }: PagedProps) {
  const { t } = usePage();
  if (isFirstPage && cursor === undefined && find === '') return null;
  const href = (values: Readonly<Record<string, string>>) => {
    const parameters = new URLSearchParams(values).toString();
    return `${gatheringHref(gatheringKey)}${parameters === '' ? '' : `?${parameters}`}#members`;
  };
  const found: Readonly<Record<string, string>> = find === '' ? {} : { find };
  return (
    <nav class="pager" aria-label={t('results.pages')}>
      {find === '' ? null : <a href={href({})}>{t('claim.allMembers')}</a>}
      {isFirstPage ? null : <a href={href(found)}>{t('results.first')}</a>}
      {cursor === undefined ? null : (
        <a rel="next" href={href({ ...found, cursor })}>
          {t('results.next')}
        </a>
      )}
    </nav>
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
