import { type DeadLetterName, defineEditDeadLetter, type EditedLetter, Problem } from '@evenkeel/contracts';
import type { Database } from '@evenkeel/postgres';
import type { House } from '@evenkeel/runtime';
import {
  answerEdit,
  type EditRow,
  insertEdit,
  selectEditOf,
  selectForsaken,
} from '../../store/edit-store.js';
import { insertEntry } from '../../store/entry-store.js';
import { changedParts } from './changed-parts.js';
import { letterSubject } from './wording.js';

export interface WantedEdit extends DeadLetterName {
  readonly service: string;
  readonly revision: number;
  readonly payload: string;
}

export type EditDesk = ReturnType<typeof editDesk>;

/** Has owners edit their dead letters, and keeps who did it. */
export function editDesk({ db, call }: { readonly db: Database; readonly call: House['call'] }) {
  const isSame = (edit: EditRow, { service, id, durable, revision, payload }: WantedEdit) =>
    edit.service === service &&
    edit.letterId === id &&
    edit.durable === durable &&
    edit.revision === revision &&
    edit.to === payload;

  async function find(key: string, wanted: WantedEdit): Promise<EditRow | undefined> {
    const [known] = await db.query<EditRow>(selectEditOf(key));
    if (known && !isSame(known, wanted))
      throw new Problem('house.key-reused', 'This key was used for another edit; take a new one');
    return known;
  }

  /** Asks the owner under the id of the edit, so that a repetition changes nothing, and writes the entry. */
  async function carryOut(edit: EditRow): Promise<EditedLetter> {
    const { id, who, service, letterId, durable, revision, from, to, wasIn } = edit;
    if (edit.answer !== null) return JSON.parse(edit.answer) as EditedLetter;
    const input = { id: letterId, durable, revision, payload: to, dryRun: false };
    const answer = await call(defineEditDeadLetter(service), input, { commandId: id });
    const subject = letterSubject(service, { id: letterId, durable });
    const by = { findingId: null, who, subject };
    await db.transaction(async (tx) => {
      const isFirst = (await tx.query(answerEdit(id, answer))).length > 0;
      if (!isFirst || answer.kind !== 'edited') return;
      tx.write(insertEntry({ ...by, what: 'dead letter edited', ...changedParts(from, to) }));
      if (wasIn === 'quarantined')
        tx.write(insertEntry({ ...by, what: 'dead letter released', from: wasIn, to: 'open' }));
    });
    return answer;
  }

  return {
    /** Edits what the key asks for. What would be refused leaves no trace. */
    async ask(key: string, who: string, wanted: WantedEdit): Promise<EditedLetter> {
      const known = await find(key, wanted);
      if (known) return carryOut(known);
      const { service, id, durable, revision, payload } = wanted;
      const input = { id, durable, revision, payload, dryRun: true };
      const would = await call(defineEditDeadLetter(service), input);
      if (would.kind !== 'edited') return would;
      const { from, wasIn } = would;
      const asked = { who, service, letterId: id, durable, revision, wasIn, from, to: payload };
      const [written] = await db.query<EditRow>(insertEdit(key, asked));
      const edit = written ?? (await find(key, wanted));
      if (!edit) throw new Problem('house.internal', 'An edit was written and is not there');
      return carryOut(edit);
    },
    /** Carries out what was written down by somebody who is gone; one whose owner is away is tried again. */
    async resume(): Promise<void> {
      await Promise.all((await db.query<EditRow>(selectForsaken)).map(carryOut));
    },
  };
}
