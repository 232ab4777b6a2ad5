/** Organization: an organization that articles name. */
import type { Organization as OrganizationRecord } from '../data/model.ts';
import { Agent } from './agent.ts';
import { articleList } from './article.ts';
import { builder } from './builder.ts';
import { entityList, lookupField } from './list.ts';
import { AgentFilterInput, Named, NamedOrder } from './named.ts';
import { Node } from './node.ts';

export const Organization = builder.objectRef<OrganizationRecord>('Organization');

export const organizationList = entityList(
  'Organization',
  Organization,
  'organizations',
  AgentFilterInput,
  NamedOrder,
  'by name if left out',
);

Organization.implement({
  description: 'An organization that an article names: a ministry, a company, an agency.',
  interfaces: () => [Agent, Named, Node],
  fields: (t) => ({
    publishedArticles: articleList.field(
      t,
      'The articles that it published. Those that name it are in `mentionedIn`.',
      ({ slug }) => ({ publishers: [slug] }),
    ),
  }),
});

builder.queryFields((t) => ({
  organization: lookupField(t, 'Organization', Organization, 'Its slug, such as `ria-novosti`.'),
  organizations: organizationList.field(t, 'The organizations that the articles name.'),
}));
