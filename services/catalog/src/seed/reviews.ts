import type { ReviewShelf } from './review-seed.js';

/** Every review, by the slug of the product it is about. */
export const reviews: ReviewShelf = {};
