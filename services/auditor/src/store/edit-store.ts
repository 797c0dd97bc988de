import type { DeadLetterState, EditedLetter } from '@evenkeel/contracts';
import { type CommandId, newId } from '@evenkeel/kernel';
import type { Statement } from '@evenkeel/postgres';

export interface EditRow {
  readonly id: CommandId;
  readonly who: string;
  readonly service: string;
  readonly letterId: string;
  readonly durable: string;
  readonly revision: number;
  readonly wasIn: DeadLetterState;
  readonly from: string;
  readonly to: string;
  /** JSON of what the owner answered; null while it was not heard. */
  readonly answer: string | null;
}

const COLUMNS = `id, who, service, letter_id as "letterId", durable, revision, was_in as "wasIn",
  from_value as "from", to_value as "to", answer`;

export const selectEditOf = (key: string): Statement => ({
  text: `select ${COLUMNS} from letter_edits where key = $1`,
  values: [key],
});

/** Writes down what is about to be asked; nothing when the key has an edit already. */
export const insertEdit = (key: string, edit: Omit<EditRow, 'id' | 'answer'>): Statement => ({
  text: `insert into letter_edits (id, key, who, service, letter_id, durable, revision, was_in, from_value, to_value)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (key) do nothing returning ${COLUMNS}`,
  values: [
    newId<CommandId>(),
    key,
    edit.who,
    edit.service,
    edit.letterId,
    edit.durable,
    edit.revision,
    edit.wasIn,
    edit.from,
    edit.to,
  ],
});

/** Keeps what the owner answered, once. */
export const answerEdit = (id: string, answer: EditedLetter): Statement => ({
  text: 'update letter_edits set answer = $2 where id = $1 and answer is null returning id',
  values: [id, JSON.stringify(answer)],
});

/** Edits whose asker went away before the owner had answered. */
export const selectForsaken: Statement = {
  text: `select ${COLUMNS} from letter_edits where answer is null and at < now() - interval '10 seconds'
order by at limit 20`,
};
