/** The real app with plugins of others in its list, as they are published; each is asked for by a header of its own. */
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { useDisableIntrospection } from '@graphql-yoga/plugin-disable-introspection';
import { useResponseCache } from '@graphql-yoga/plugin-response-cache';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { bundle } from '#corpus';
import { openBundledSource } from '../../../data/bundled/source.ts';
import { openStore } from '../../../data/engine/store.ts';
import { type App, createApp } from '../../../src/app.ts';
import { readParts } from '../../../src/environment.ts';

let app: App | null = null;

export default {
  fetch(request, environment, execution) {
    app ??= openApp(environment);
    return app.fetch(request, environment, execution);
  },
} satisfies ExportedHandler<Env>;

function openApp(environment: Env): App {
  const store = openStore(openBundledSource(new Uint8Array(bundle)));
  const plugins = [
    useRecorder(),
    useDisableIntrospection({ isDisabled: (request) => request.headers.has('X-No-Introspection') }),
    useResponseCache({
      session: () => null,
      enabled: (request) => request.headers.has('X-Response-Cache'),
      includeExtensionMetadata: true,
    }),
    maxDepthPlugin({ n: 6 }),
    useOtherExecutor(),
    useDoor(),
  ];
  return createApp({ ...readParts(environment), openStore: () => store, plugins });
}

/** Says in a header which of its hooks were called, in order. */
function useRecorder(): Plugin {
  const seen = new WeakMap<Request, string[]>();
  const note = (request: Request, hook: string) => seen.set(request, [...(seen.get(request) ?? []), hook]);
  return {
    onRequest: ({ request }) => void note(request, 'onRequest'),
    onRequestParse: ({ request }) => void note(request, 'onRequestParse'),
    onParams: ({ request }) => void note(request, 'onParams'),
    onParse: ({ context }) => void note(context.request, 'onParse'),
    onValidate: ({ context }) => void note(context.request, 'onValidate'),
    onContextBuilding: ({ context }) => void note(context.request, 'onContextBuilding'),
    onExecute: ({ args }) => void note(args.contextValue.request, 'onExecute'),
    onExecutionResult: ({ request }) => void note(request, 'onExecutionResult'),
    onResultProcess: ({ request }) => void note(request, 'onResultProcess'),
    onResponse: ({ request, response }) => {
      response.headers.set('X-Hooks', [...(seen.get(request) ?? []), 'onResponse'].join(' '));
    },
  };
}

/** Answers for another executor. */
function useOtherExecutor(): Plugin {
  return {
    onExecute({ args, setExecuteFn }) {
      const { request } = args.contextValue;
      if (request.headers.has('X-Executor')) setExecuteFn(() => ({ data: { __typename: 'Other' } }));
    },
  };
}

/** Refuses, each way that plugins do: an error with a status and a header, a plain error, a response. */
function useDoor(): Plugin {
  return {
    onRequestParse({ request, endResponse, fetchAPI }) {
      if (request.headers.has('X-Forbidden')) endResponse(new fetchAPI.Response(null, { status: 403 }));
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { request } = args.contextValue;
      if (request.headers.has('X-Unable')) setResultAndStopExecution({ errors: [new GraphQLError('Not you.')] });
    },
    onParams({ request }) {
      if (!request.headers.has('X-Stranger')) return;
      const http = { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
      throw new GraphQLError('Who are you?', { extensions: { code: 'UNAUTHENTICATED', http } });
    },
  };
}
