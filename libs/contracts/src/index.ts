export * from './catalog/house.js';
export * from './catalog/product.js';
export * from './shared/text.js';
