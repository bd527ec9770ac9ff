import { SignOut } from '../components/claim-forms.tsx';
import { Layout } from '../components/layout.tsx';
import { usePage } from '../page-context.ts';

/** Where people who correct sign in with a token. */
export function DeskPage({ back }: { readonly back: string }) {
  const { t, desk } = usePage();
  return (
    <Layout title={t('desk.title')} noIndex>
      <header class="page-head">
        <h1 class="page-title">{t('desk.title')}</h1>
        <p class="record-text">{t('desk.text')}</p>
      </header>
      {desk?.maker === undefined ? (
        <form class="claim-form-long" action="/desk/sign-in" method="post">
          <input type="hidden" name="form" value={desk?.formKey} />
          <input type="hidden" name="back" value={back} />
          <label>
            {t('desk.token')}{' '}
            <input type="password" name="token" required maxlength={500} autocomplete="current-password" />
          </label>
          <button type="submit">{t('desk.signIn')}</button>
        </form>
      ) : (
        <>
          <p>{t('desk.as', { maker: desk.maker })}</p>
          {desk.isSignedIn ? <SignOut /> : null}
        </>
      )}
    </Layout>
  );
}
