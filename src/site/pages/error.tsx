import { Layout } from '../components/layout.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { usePage } from '../page-context.ts';

interface ErrorPageProps {
  readonly status: 400 | 404 | 410 | 500 | 503;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  /** When a record was withdrawn, ISO 8601. */
  readonly time?: string;
  readonly requestId?: string | undefined;
  /** Of 503: there is too much to do; else nothing is published yet. */
  readonly isBusy?: boolean;
  /** Of 400: the desk refuses what was sent; else a question could not be read. */
  readonly isRefused?: boolean;
}

/** What happened, and what to do now. */
export function ErrorPage({
  status,
  detail,
  hint,
  time,
  requestId,
  isBusy = false,
  isRefused = false,
}: ErrorPageProps) {
  const { t, day } = usePage();
  const name = isBusy ? 'busy' : isRefused ? 'refused' : status;
  return (
    <Layout title={t(`error.${name}`)} search={null} noIndex>
      <div class="error-page">
        <p class="wrote">{status}</p>
        <h1>{t(`error.${name}`)}</h1>
        <p>{t(`error.${name}Text`, { date: time === undefined ? '' : day(time), id: requestId ?? '–' })}</p>
        {detail === undefined ? null : (
          <p class="notice">{status === 410 ? t('error.410Reason', { reason: detail }) : detail}</p>
        )}
        {hint === undefined ? null : (
          <p>
            {t('error.hint')} {hint}
          </p>
        )}
        <SearchBox value="" large />
        <p>
          <a href="/">{t('error.home')}</a>
        </p>
      </div>
    </Layout>
  );
}
