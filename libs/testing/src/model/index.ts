export * from './hold-in-every-run.js';
export * from './interleave.js';
export * from './model.js';
export * from './names.js';
export * from './play.js';
export * from './players.js';
export * from './story.js';
