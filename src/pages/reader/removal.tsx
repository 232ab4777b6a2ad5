/** What a publisher changed or removed: when, why, and in whose words. */
import { addressOfRevision } from '../machine/json-ld.ts';
import type { Change, Publication, Removal } from './answer.ts';
import { Credits, When } from './parts.tsx';

/** At the top of the page of a thing that no present text has. */
export function RemovalNotice({ of }: { readonly of: Removal }) {
  const { article, date, number } = of;
  return (
    <aside class="notice" aria-label="Removed by the publisher">
      <p>
        <strong>Removed by the publisher</strong>
        {date && (
          <>
            {' '}
            on <When date={date} />
          </>
        )}
        : it is no longer in{' '}
        <a href={article.url} lang={article.language}>
          <bdi>{article.headline}</bdi>
        </a>
        . <a href={addressOfRevision(article, number)}>What changed</a>
      </p>
      <Why of={of} article={article} />
    </aside>
  );
}

/** Small print under something that its article does not say any more. */
export function RemovedOn({ of: { date, article, number } }: { readonly of: Removal }) {
  return (
    <Credits
      of={[
        date ? (
          <>
            removed <When date={date} />
          </>
        ) : (
          'removed'
        ),
        <a href={addressOfRevision(article, number)}>what changed</a>,
      ]}
    />
  );
}

/** The reason of a change as an editor gives it, and the publisher's own words about it. */
export function Why({ of: { reason, correction }, article }: { readonly of: Change; readonly article: Publication }) {
  return (
    <>
      {reason !== null && <p class="reason">{reason}</p>}
      {correction !== null && (
        <figure class="correction">
          <blockquote lang={article.language} dir="auto">
            {correction.exact}
          </blockquote>
          <figcaption class="note">
            {article.publisher ? <bdi>{article.publisher.name}</bdi> : 'the publisher'}
          </figcaption>
        </figure>
      )}
    </>
  );
}
