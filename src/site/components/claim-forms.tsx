import type { AgentReason, AgentView } from '../../api/agent-view.ts';
import type { ClaimView } from '../../api/claim-view.ts';
import { personHref } from '../links.ts';
import { usePage, type PageContext } from '../page-context.ts';

interface ClaimFormProps {
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  /** Of what, for those who hear the buttons one by one. */
  readonly of: string;
}

/** A button that says something at the desk; nothing where the visitor may not. */
function ClaimForm({ fields, label, of }: ClaimFormProps) {
  const { desk, address } = usePage();
  if (desk?.maker === undefined) return null;
  const hidden = { ...fields, form: desk.formKey, back: address.pathname };
  return (
    <form class="claim-form" action="/desk/claims" method="post">
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit">
        {label}
        <span class="unseen">: {of}</span>
      </button>
    </form>
  );
}

/** Beside a reason for which two names are one: they are not. */
export function RejectReason({ reason }: { readonly reason: AgentReason }) {
  const { t } = usePage();
  return <ClaimForm fields={{ kind: 'reject', claim: reason.claim }} label={t('claim.reject')} of={pairOf(reason)} />;
}

/** Beside someone who may be the same: it is, or it is not. */
export function JudgeCandidate({ candidate }: { readonly candidate: AgentReason }) {
  const { t } = usePage();
  return (
    <>
      <ClaimForm fields={{ kind: 'accept', claim: candidate.claim }} label={t('claim.accept')} of={pairOf(candidate)} />
      <RejectReason reason={candidate} />
    </>
  );
}

/** Beside a name other than the first: it is someone else's. */
export function RejectName({ agent, name }: { readonly agent: AgentView; readonly name: string }) {
  const { t } = usePage();
  if (name === agent.label || agent.names.length < 2) return null;
  const fields = { kind: 'different', subject: agent.key, subjectName: name, object: agent.key };
  return <ClaimForm fields={fields} label={t('claim.rejectName')} of={name} />;
}

function pairOf({ subject, object }: { readonly subject: string; readonly object: string }): string {
  return `${subject}, ${object}`;
}

/** What people say of someone, and where to say more. */
export function Claims({ agent, claims }: { readonly agent: AgentView; readonly claims: readonly ClaimView[] }) {
  const { t, desk } = usePage();
  if (claims.length === 0 && desk === undefined) return null;
  return (
    <section class="page-part" id="claims">
      <h2>{t('claim.title')}</h2>
      {desk === undefined ? null : <p class="quiet">{t('claim.note')}</p>}
      <ul class="lines">
        {claims.map((claim) => (
          <ClaimLine claim={claim} />
        ))}
      </ul>
      <SameAsAnother agent={agent} />
      <SignedIn />
    </section>
  );
}

function ClaimLine({ claim }: { readonly claim: ClaimView }) {
  const page = usePage();
  const { t, day } = page;
  const { key, kind, subject, object, maker, time, note, withdrawn } = claim;
  return (
    <li>
      <ClaimedName end={subject} /> {t(kind === 'same' ? 'claim.same' : 'claim.different')} <ClaimedName end={object} />
      {note === undefined ? null : <span class="after"> “{note}”</span>}{' '}
      <span class="after">
        {t('claim.by', { maker, day: day(time) })}
        {stateOf(claim, page)}
      </span>
      {withdrawn === undefined ? (
        <ClaimForm
          fields={{ kind: 'undo', claim: key }}
          label={t('claim.undo')}
          of={pairOf({ subject: subject.name, object: object.name })}
        />
      ) : null}
    </li>
  );
}

function ClaimedName({ end }: { readonly end: ClaimView['subject'] }) {
  return (
    <a href={personHref(end.entityKey)} class="wrote">
      {end.name}
    </a>
  );
}

function stateOf({ withdrawn, isPublished }: ClaimView, { t, day }: PageContext): string {
  if (withdrawn !== undefined)
    return ` · ${t(isPublished ? 'claim.undonePublished' : 'claim.undone', { maker: withdrawn.by, day: day(withdrawn.time) })}`;
  return isPublished ? '' : ` · ${t('claim.waiting')}`;
}

/** For someone whom no rule proposes. */
function SameAsAnother({ agent }: { readonly agent: AgentView }) {
  const { t, desk, address } = usePage();
  if (desk?.maker === undefined) return null;
  const hidden = { kind: 'same', subject: agent.key, form: desk.formKey, back: address.pathname };
  return (
    <form class="claim-form-long" action="/desk/claims" method="post">
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label>
        {t('claim.other')} <input type="text" name="object" required maxlength={500} autocomplete="off" />
      </label>
      <label>
        {t('claim.why')} <input type="text" name="note" maxlength={1000} autocomplete="off" />
      </label>
      <button type="submit">{t('claim.accept')}</button>
    </form>
  );
}

/** Where to sign in or out; nothing where whoever sits at the machine may write. */
function SignedIn() {
  const { t, desk, address } = usePage();
  if (desk === undefined) return null;
  if (desk.maker === undefined)
    return (
      <p>
        <a href={`/desk?back=${encodeURIComponent(address.pathname)}`} rel="nofollow">
          {t('desk.signInToCorrect')}
        </a>
      </p>
    );
  return desk.isSignedIn ? <SignOut /> : null;
}

/** The button that ends a session at the desk. */
export function SignOut() {
  const { t, desk, address } = usePage();
  return (
    <form class="claim-form" action="/desk/sign-out" method="post">
      <input type="hidden" name="form" value={desk?.formKey} />
      <input type="hidden" name="back" value={address.pathname} />
      <button type="submit">{t('desk.signOut', { maker: desk?.maker ?? '' })}</button>
    </form>
  );
}
