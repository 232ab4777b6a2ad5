/** Organization: an organization that articles name. */
import type { Organization as OrganizationRecord } from '../data/model.ts';
import { Agent } from './agent.ts';
import { builder } from './builder.ts';
import { connectEntities, connectionType } from './connection.ts';
import { agentArguments, Named } from './named.ts';
import { Node } from './node.ts';

export const Organization = builder.objectRef<OrganizationRecord>('Organization');

Organization.implement({
  description: 'An organization that an article names: a ministry, a company, an agency.',
  interfaces: () => [Agent, Named, Node],
});

export const [OrganizationConnection, OrganizationEdge] = connectionType(Organization, 'Organization', 'organizations');

builder.queryFields((t) => ({
  organization: t.field({
    type: Organization,
    nullable: true,
    description: 'The organization with this slug; null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Such as `ria-novosti`.' }) },
    resolve: (_, { slug }, { store }) => store.get('Organization', slug),
  }),
  organizations: t.connection(
    {
      type: Organization,
      description: 'The organizations that the articles name.',
      args: agentArguments,
      resolve: (_, args, context) => connectEntities(context, 'Organization', args),
    },
    OrganizationConnection,
    OrganizationEdge,
  ),
}));
