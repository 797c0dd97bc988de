/** Asked for as plain text, since the worker that asks brings no GraphQL client along. */
export const FEED_DOCUMENT = `subscription Feed($topics: [FeedTopic!]!, $since: String) {
  feed(topics: $topics, since: $since) { cursor kind order { number } product { id } }
}`;
