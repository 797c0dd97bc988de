import type { ReviewShelf } from './review-seed.js';
import { homeReviews } from './reviews/home.js';
import { kitchenReviews } from './reviews/kitchen.js';
import { lampReviews } from './reviews/lamps.js';
import { outdoorsReviews } from './reviews/outdoors.js';
import { paperReviews } from './reviews/paper.js';
import { teaReviews } from './reviews/tea.js';

/** Every review, by the slug of the product it is about. */
export const reviews: ReviewShelf = {
  ...lampReviews,
  ...teaReviews,
  ...kitchenReviews,
  ...outdoorsReviews,
  ...paperReviews,
  ...homeReviews,
};
