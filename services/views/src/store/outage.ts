import mongoose from 'mongoose';
import { RevisionMoved } from './order-store.js';

/** True for failures of an engine, or of a race, that are over when tried again; what the server refuses is not. */
export function isOutage(error: unknown): boolean {
  if (error instanceof RevisionMoved) return true;
  if (error instanceof mongoose.mongo.MongoServerError) return false;
  if (
    error instanceof mongoose.mongo.MongoError ||
    error instanceof mongoose.Error.MongooseServerSelectionError
  )
    return true;
  // The broker did not store an announcement.
  return error instanceof Error && error.name === 'NatsError';
}
