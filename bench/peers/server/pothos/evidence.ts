/** Articles, and the words in them that support what they say. */
import type { Article as ArticleRecord, Evidence as EvidenceRecord } from '../../../../data/model.ts';
import { articleOf } from '../../../../data/revision.ts';
import { builder } from './builder.ts';
import { Entity, load } from './entity.ts';

export const Article = builder.node(builder.objectRef<ArticleRecord>('Article'), {
  id: { resolve: ({ slug }) => slug },
  loadOne: (slug, { store }) => store.get('Article', slug),
  interfaces: [Entity],
  fields: (t) => ({
    headline: t.exposeString('headline'),
    language: t.exposeString('language'),
    originalUrl: t.exposeString('originalUrl', { nullable: true }),
  }),
});

export const Evidence = builder.objectRef<EvidenceRecord>('Evidence').implement({
  fields: (t) => ({
    exact: t.exposeString('exact'),
    prefix: t.exposeString('prefix'),
    suffix: t.exposeString('suffix'),
    start: t.exposeInt('start'),
    end: t.exposeInt('end'),
    article: t.field({
      type: Article,
      resolve: ({ source }, _, context) => load(context, 'Article', articleOf(source)),
    }),
  }),
});
