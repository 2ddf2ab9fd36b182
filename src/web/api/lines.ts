/** Most of its kind at a time: each reads the archive as fast as its reader takes it. */
const mostStreams = 8;

export interface LineStreams {
  /** The lines as a body that is made while it is read; nothing when too many are being read already. */
  open(lines: () => AsyncIterable<string>): ReadableStream<Uint8Array> | undefined;
}

export function openLineStreams(onError: (error: unknown) => void): LineStreams {
  let open = 0;
  return {
    open(lines) {
      if (open >= mostStreams) return undefined;
      const encoder = new TextEncoder();
      let iterator: AsyncIterator<string> | undefined;
      const finish = () => {
        if (iterator !== undefined) open -= 1;
        iterator = undefined;
      };
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            if (iterator === undefined) {
              // A HEAD request never comes here.
              open += 1;
              iterator = lines()[Symbol.asyncIterator]();
            }
            try {
              const next = await iterator.next();
              if (next.done === true) {
                finish();
                controller.close();
              } else controller.enqueue(encoder.encode(next.value));
            } catch (error) {
              finish();
              onError(error);
              // The reader sees that the answer stops before its end.
              controller.error(error);
            }
          },
          async cancel() {
            const unread = iterator;
            finish();
            await unread?.return?.();
          },
        },
        { highWaterMark: 0 },
      );
    },
  };
}
