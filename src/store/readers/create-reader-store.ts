import type { ArchiveContext } from '../archive/context.ts';
import { createCommentStore } from './comments.ts';
import { createDeskStore } from './desk-log.ts';
import { createImageReportStore } from './image-reports.ts';
import { createPollStore } from './polls.ts';
import { createRatingStore, createSavedArticleStore } from './ratings.ts';
import type { ReaderStore } from './readers.ts';

export function createReaderStore(context: ArchiveContext): ReaderStore {
  return {
    ratings: createRatingStore(context),
    comments: createCommentStore(context),
    images: createImageReportStore(context),
    polls: createPollStore(context),
    saved: createSavedArticleStore(context),
    desk: createDeskStore(context),
  };
}
