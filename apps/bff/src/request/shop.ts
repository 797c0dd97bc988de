import type { Clock } from '@evenkeel/kernel';
import type { Log } from '@evenkeel/messaging';
import type { FaultController, House } from '@evenkeel/runtime';
import type { FeedHub } from '../feed/feed-hub.js';
import type { ProductShelf } from '../shelf/product-shelf.js';
import type { Search } from '../shelf/search-desk.js';
import type { Vocabulary } from '../shop/product/vocabulary.js';

/** What all requests of the process share. */
export interface Shop {
  readonly call: House['call'];
  readonly tokens: House['tokens'];
  readonly clock: Clock;
  readonly demo: boolean;
  readonly products: ProductShelf;
  readonly search: Search;
  readonly vocabulary: Vocabulary;
  readonly feed: FeedHub;
  readonly faults: FaultController;
  readonly log: Log;
}
