/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import { findLicence } from '../../vocabulary/licences.ts';
import { pictureHref, safeHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import type { Picture } from '../pictures.ts';

/** A picture, or a link to a file of which no copy is kept, with its licence and credit. */
export function PictureFigure({ picture, large }: { readonly picture: Picture; readonly large: boolean }) {
  const { t } = usePage();
  const { derivative } = picture;
  const source = safeHref(picture.references ?? picture.identifier) ?? safeHref(picture.identifier);
  const title = picture.title ?? picture.description;
  return (
    <figure class="picture">
      {derivative === undefined ? null : (
        <a href={pictureHref(derivative.hash, 1000)}>
          <img
            src={pictureHref(derivative.hash, large ? 1000 : 300)}
            width={derivative.width}
            height={derivative.height}
            alt={picture.description ?? picture.title ?? ''}
            loading={large ? 'eager' : 'lazy'}
          />
        </a>
      )}
      <figcaption>
        {title === undefined ? null : <span class="picture-title">{title}</span>}
        <span>
          <LicenceLine picture={picture} />
        </span>
        {picture.creator === undefined && picture.rightsHolder === undefined ? null : (
          <span>
            {t('record.mediaCredit', {
              credit: [picture.creator, picture.rightsHolder].filter((name) => name !== undefined).join(', '),
            })}
          </span>
        )}
        {derivative === undefined ? <span>{t('record.mediaHere')}</span> : null}
        {source === undefined ? null : (
          <span>
            <a href={source} rel="nofollow">
              {t('record.mediaSource')}
            </a>
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function LicenceLine({ picture }: { readonly picture: Picture }) {
  const { find } = usePage();
  const basis = find(`record.mediaLicenceBasis.${picture.licenseBasis ?? ''}`);
  return (
    <>
      <LicenceLink id={picture.license} />
      {picture.license === undefined || basis === undefined ? null : `, ${basis}`}
    </>
  );
}

/** A licence by its name, linked; says so where none is stated. */
export function LicenceLink({ id }: { readonly id: string | undefined }) {
  const { t } = usePage();
  if (id === undefined) return <>{t('record.licenceNone')}</>;
  const licence = findLicence(id);
  return licence === undefined ? (
    <>{id}</>
  ) : (
    <a href={licence.url} rel="license" title={licence.name}>
      {licence.id}
    </a>
  );
}
