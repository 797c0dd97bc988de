/** One message of an event stream. */
export interface SseMessage {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads an event stream piece by piece: feed it text as it comes, it gives the messages that are whole.
 * Comments are skipped; a message that is cut in the middle waits for its rest.
 */
export function sseParser(): (piece: string) => SseMessage[] {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      let event = 'message';
      const data: string[] = [];
      for (const line of block.split('\n')) {
        if (line.startsWith('event:')) event = line.slice(6).trim();
        else if (line.startsWith('data:')) data.push(line.slice(5).trimStart());
      }
      return data.length > 0 || event !== 'message' ? [{ event, data: data.join('\n') }] : [];
    });
  };
}
