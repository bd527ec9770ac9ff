import { evidenceWords } from '../evidence-words.ts';
import { usePage } from '../page-context.ts';

/** The reasons for a link that a rule made; what it says in another language than the page's is marked so. */
export function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  const { language } = usePage();
  return (
    <>
      {evidenceWords(reasons, language).map((reason, index) => (
        <>
          {index === 0 ? '' : '; '}
          {reason.language === language ? reason.text : <span lang={reason.language}>{reason.text}</span>}
        </>
      ))}
    </>
  );
}
