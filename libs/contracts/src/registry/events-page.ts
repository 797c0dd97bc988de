import { allSubscriptions } from '../subscriptions.js';
import type { AnyMessage } from './define.js';
import { messages } from './registry.js';

const HEAD = `# Events and durable commands

Generated from the registry in \`libs/contracts\` by \`UPDATE_DOCS=1 npx vitest run --project unit events-page\`;
a test fails when this page and the registry differ. Every message travels in the envelope of
\`libs/kernel/src/envelope.ts\`.
`;

/** The page docs/events.md: every message, who sends it, who follows it, and whether it may come in any order. */
export function eventsPage(): string {
  const owners = [...new Set(messages.map((message) => message.owner))].sort();
  return [HEAD, ...owners.map(section)].join('\n');
}

function section(owner: string): string {
  const own = messages.filter((message) => message.owner === owner);
  const rows = own.map(
    (message) => `| \`${message.type}\` | ${message.version} | ${message.summary} | ${followers(message)} |`,
  );
  return [
    `## ${owner}\n`,
    '| message | version | says | followed by |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function followers(message: AnyMessage): string {
  return allSubscriptions
    .filter((subscription) => subscription.messages.some(({ type }) => type === message.type))
    .map(({ durable, effect }) => `\`${durable}\` (${effect})`)
    .join(', ');
}
