import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type * as z from 'zod/mini';

/** Lets a form be judged by a schema; the message of each problem is a key of the form's own words. */
export function miniResolver<Values extends FieldValues>(
  schema: z.ZodMiniType<Values, Values>,
): Resolver<Values> {
  return (values) => {
    const judged = schema.safeParse(values);
    if (judged.success) return { values: judged.data, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const issue of judged.error.issues) {
      const field = issue.path.join('.');
      errors[field] ??= { type: issue.code ?? 'invalid', message: issue.message };
    }
    return { values: {}, errors: errors as FieldErrors<Values> };
  };
}
