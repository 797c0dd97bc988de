/** What the feed says of one order. */
export interface OrderNews {
  readonly number: string;
  readonly state: string;
  readonly settled: boolean;
}

interface FeedLine {
  readonly cursor: string;
  readonly kind: string;
  readonly order: OrderNews | null;
}

const DATA = 'data: {';

/** Cuts a stream of server-sent events into the lines of the feed; a line that is cut in two waits for its rest. */
export function feedReader(onLine: (line: FeedLine) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    rest += piece;
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const start = rest.lastIndexOf(DATA, end);
      if (start >= 0) {
        const { data } = JSON.parse(rest.slice(start + DATA.length - 1, end)) as {
          data?: { feed: FeedLine };
        };
        if (data) onLine(data.feed);
      }
      rest = rest.slice(end + 2);
    }
  };
}
