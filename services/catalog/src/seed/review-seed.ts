import type { ReviewRecord } from '@evenkeel/contracts';

/** A review as it is written by hand; unless it says otherwise the author bought the thing here. */
export interface ReviewSeed {
  readonly by: string;
  readonly locale: ReviewRecord['locale'];
  readonly stars: ReviewRecord['rating'];
  readonly daysAgo: number;
  readonly title: string;
  readonly body: string;
  /** Given to the author, or bought from somebody else. */
  readonly elsewhere?: true;
}

/** Reviews by the slug of the product. */
export type ReviewShelf = Readonly<Record<string, readonly ReviewSeed[]>>;
