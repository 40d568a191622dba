import { namesIn } from '../core/names-in.ts';
import { outOf } from './scores.ts';
import { col, defineSource, first } from './source.ts';

/** Labels of attributes, which may end in the zone that their times are in. */
const startedUtc = ['Conversation started at (UTC)', 'Conversation created at (UTC)'];
const started = ['Conversation started at', 'Conversation created at'];
const closedUtc = namesIn`
  Conversation last closed at (UTC) | Last closed at (UTC) | Conversation closed at (UTC) | Closed at (UTC)
`;
const closed = ['Conversation last closed at', 'Last closed at', 'Conversation closed at', 'Closed at'];
const repliedUtc = ['First response at (UTC)', 'First teammate reply at (UTC)'];
const replied = ['First response at', 'First teammate reply at'];
const replyTime = ['First response time (seconds)', 'First response time', 'Time to first response (seconds)'];
const closeTime = ['Time to close (seconds)', 'Time to close'];

/** 0 is no response. */
const none = (text = ''): string => (/^\s*0*(?:[.,]0*)?\s*$/.test(text) ? '' : text);

export default defineSource({
  id: 'intercom-conversations',
  title: 'Intercom: Reports, Conversation data export',
  titleFr: 'Intercom\u00a0: Rapports, Export des données de conversation',
  tool: 'Intercom',
  doc: 'One row per conversation, with the attributes that were chosen. Times whose name ends in `(UTC)` are in UTC, others in the zone of the workspace. Durations are seconds, or `1d 2h`; a first response of 0 is none. Ratings are of 1 to 5.',
  signature: {
    all: [
      'Conversation ID',
      [...startedUtc, ...started],
      namesIn`
        Conversation state | Conversation rating | Conversation tags | Teammate assigned | ${replyTime}
        ${closeTime}
      `,
    ],
  },
  decimal: '.',
  kind: 'ticket',
  derive: [
    { name: 'rating of 5', from: [['Conversation rating', 'CX rating']], text: outOf(5) },
    { name: 'first reply', from: [replyTime], text: none },
    { name: 'resolution', from: [closeTime], text: none },
  ],
  fields: {
    ticket_id: col('Conversation ID'),
    created_at: first(col(startedUtc, 'instant', { zone: 'UTC' }), col(started, 'instant')),
    status: col('Conversation state'),
    contact_channel: col(['Channel', 'Conversation channel']),
    requester_key: first(
      col(['User ID', 'Contact ID', 'User external ID'], 'key'),
      col(['User email', 'Contact email'], 'key'),
    ),
    first_reply_at: first(col(repliedUtc, 'instant', { zone: 'UTC' }), col(replied, 'instant')),
    first_reply_seconds: col('first reply', 'duration', { unit: 'seconds' }),
    solved_at: first(col(closedUtc, 'instant', { zone: 'UTC' }), col(closed, 'instant')),
    resolution_seconds: col('resolution', 'duration', { unit: 'seconds' }),
    reopens: col(['Conversation reopens', 'Reopens', 'Number of reopens'], 'count'),
    agent_replies: col(['Teammate replies', 'Replies sent', 'Number of teammate replies'], 'count'),
    customer_messages: col(['User replies', 'Number of user replies'], 'count'),
    tags: col(['Conversation tags', 'Conversation tag', 'Tags']),
    satisfaction: col('rating of 5'),
    updated_at: first(
      col('Conversation last updated at (UTC)', 'instant', { zone: 'UTC' }),
      col('Conversation last updated at', 'instant'),
    ),
  },
  skip: [{ of: col(['Conversation tags', 'Tags']), words: ['spam'], list: true, reason: 'spam' }],
});
