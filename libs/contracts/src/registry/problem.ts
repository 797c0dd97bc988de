/** The errors that cross the wire, by type (`service.what-is-wrong`); classes do not survive it. */
export const PROBLEMS = {
  'house.invalid-input': 'The input does not have the shape that the contract asks for.',
  'house.deadline-passed': 'The command came after its deadline and was refused untried.',
  'house.too-busy':
    'The queue is full; the command was refused untried. Try again after `retryAfter` seconds.',
  'house.not-signed-in': 'The call needs an identity token.',
  'house.forbidden': 'The identity does not have the role.',
  'house.not-found': 'It does not exist, or not for this caller.',
  'house.unavailable': 'An engine that is needed does not answer.',
  'house.internal': 'The service failed by its own fault; its log says why.',
  'house.key-reused': 'The idempotency key was used before with another body.',
  'house.key-in-progress': 'The first request with this idempotency key has not been decided yet.',
} as const;
export type ProblemType = keyof typeof PROBLEMS;

/** An expected failure of a call. Branch on `type`; `data` is for machines, `message` says what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: ProblemType;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(type: ProblemType, message: string, data: Record<string, unknown> = {}) {
    super(message);
    this.type = type;
    this.data = data;
  }
}

/** True for a problem of that type, also when it came over the wire and lost its class. */
export function isProblem(error: unknown, type: ProblemType): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === type;
}
