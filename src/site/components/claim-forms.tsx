import type { ClaimView } from '../../api/claim-view.ts';
import type { ClaimEntity } from '../../desk/desk-claim.ts';
import { personHref, recordHref } from '../links.ts';
import type { MessageKey } from '../messages.ts';
import { usePage, type PageContext } from '../page-context.ts';

interface ClaimFormProps {
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  /** Of what, for those who hear the buttons one by one. */
  readonly of: string;
}

/** A button that says something at the desk; nothing where the visitor may not. */
export function ClaimForm({ fields, label, of }: ClaimFormProps) {
  const { desk } = usePage();
  if (desk?.maker === undefined) return null;
  return (
    <form class="claim-form" action="/desk/claims" method="post">
      <HiddenFields fields={fields} />
      <button type="submit">
        {label}
        <span class="unseen">: {of}</span>
      </button>
    </form>
  );
}

/** What a form of the desk sends along: what is said, of whom the form is good for, and where it stood. */
function HiddenFields({ fields }: { readonly fields: Readonly<Record<string, string>> }) {
  const { desk, address } = usePage();
  const hidden = { ...fields, form: desk?.formKey ?? '', back: address.pathname + address.search };
  return (
    <>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** The button by which a claim is taken back. */
export function UndoClaim({ claim: { key, subject, object } }: { readonly claim: ClaimView }) {
  const { t } = usePage();
  return (
    <ClaimForm fields={{ kind: 'undo', claim: key }} label={t('claim.undo')} of={`${subject.name}, ${object.name}`} />
  );
}

/** What claims about entities of a kind are called on their pages. */
const WORDS: Readonly<Record<ClaimEntity, Readonly<Record<'same' | 'different' | 'other', MessageKey>>>> = {
  agent: { same: 'claim.same', different: 'claim.different', other: 'claim.other' },
  gathering: { same: 'claim.sameGathering', different: 'claim.otherGathering', other: 'claim.otherRecord' },
};

interface ClaimsProps {
  readonly entity: ClaimEntity;
  /** What is the same as what is typed: the key of a person, or of a record of a gathering. */
  readonly subject: string;
  readonly claims: readonly ClaimView[];
}

/** What people say of an entity, and where to say more. */
export function Claims({ entity, subject, claims }: ClaimsProps) {
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
      <SameAsAnother label={t(WORDS[entity].other)} subject={subject} />
      <SignedIn />
    </section>
  );
}

function ClaimLine({ claim }: { readonly claim: ClaimView }) {
  const { t } = usePage();
  const { entity, kind, subject, object, note, withdrawn } = claim;
  return (
    <li>
      <ClaimedName entity={entity} end={subject} /> {t(WORDS[entity][kind])}{' '}
      <ClaimedName entity={entity} end={object} />
      {note === undefined ? null : <span class="after"> “{note}”</span>} <ClaimState claim={claim} />
      {withdrawn === undefined ? <UndoClaim claim={claim} /> : null}
    </li>
  );
}

function ClaimedName({ entity, end }: { readonly entity: ClaimEntity; readonly end: ClaimView['subject'] }) {
  return (
    <a href={entity === 'agent' ? personHref(end.entityKey) : recordHref(end.key)} class="wrote">
      {end.name}
    </a>
  );
}

/** By whom and when something was claimed, and whether the edition follows it. */
export function ClaimState({ claim }: { readonly claim: ClaimView }) {
  const page = usePage();
  const { maker, time } = claim;
  return (
    <span class="after">
      {page.t('claim.by', { maker, day: page.day(time) })}
      {stateOf(claim, page)}
    </span>
  );
}

function stateOf({ withdrawn, isPublished }: ClaimView, { t, day }: PageContext): string {
  if (withdrawn !== undefined)
    return ` · ${t(isPublished ? 'claim.undonePublished' : 'claim.undone', { maker: withdrawn.by, day: day(withdrawn.time) })}`;
  return isPublished ? '' : ` · ${t('claim.waiting')}`;
}

/** For what no rule proposes. */
function SameAsAnother({ label, subject }: { readonly label: string; readonly subject: string }) {
  const { t, desk } = usePage();
  if (desk?.maker === undefined) return null;
  return (
    <form class="claim-form-long" action="/desk/claims" method="post">
      <HiddenFields fields={{ kind: 'same', subject }} />
      <label>
        {label} <input type="text" name="object" required maxlength={500} autocomplete="off" />
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
        <a href={`/desk?back=${encodeURIComponent(address.pathname + address.search)}`} rel="nofollow">
          {t('desk.signInToCorrect')}
        </a>
      </p>
    );
  return desk.isSignedIn ? <SignOut /> : null;
}

/** The button that ends a session at the desk. */
export function SignOut() {
  const { t, desk } = usePage();
  return (
    <form class="claim-form" action="/desk/sign-out" method="post">
      <HiddenFields fields={{}} />
      <button type="submit">{t('desk.signOut', { maker: desk?.maker ?? '' })}</button>
    </form>
  );
}
