import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTarget, serverError, type Target } from './target.js';

let target: Target;
let sales: mongoose.mongo.Collection;

beforeAll(async () => {
  target = await openTarget();
  sales = target.db.collection('sales');
  await sales.insertMany([
    {
      _id: 1 as never,
      day: '01',
      amount: 100,
      who: 'ann',
      tags: ['a', 'b'],
      at: new Date('2024-02-29T10:20:30.456Z'),
    },
    { _id: 2 as never, day: '01', amount: 250, who: 'bob', tags: ['b'], cost: { net: 5 } },
    { _id: 3 as never, day: '02', amount: 50, who: 'ann', tags: [], cost: { net: 7 } },
    { _id: 4 as never, day: '02', amount: null, tags: 'c' },
    { _id: 5 as never, day: '03', amount: 2.5, who: 'cid' },
  ]);
});
afterAll(() => target.close());

type Stages = mongoose.mongo.Document[];
const run = (stages: Stages) => sales.aggregate(stages).toArray();

/** The value of an expression, computed over document 1. */
async function value(expression: unknown): Promise<unknown> {
  const [doc] = await run([{ $match: { _id: 1 } }, { $project: { _id: 0, v: expression } }]);
  return doc?.v;
}

describe('stages', () => {
  it.each([
    [
      '$match, $sort, $skip, $limit',
      [{ $match: { who: 'ann' } }, { $sort: { amount: 1 } }, { $limit: 1 }, { $project: { amount: 1 } }],
      [{ _id: 3, amount: 50 }],
    ],
    [
      '$limit before $match',
      [{ $sort: { _id: 1 } }, { $limit: 2 }, { $match: { who: 'ann' } }, { $project: { _id: 1 } }],
      [{ _id: 1 }],
    ],
    [
      '$group and $sort',
      [{ $group: { _id: '$day', n: { $sum: 1 }, total: { $sum: '$amount' } } }, { $sort: { _id: 1 } }],
      [
        { _id: '01', n: 2, total: 350 },
        { _id: '02', n: 2, total: 50 },
        { _id: '03', n: 1, total: 2.5 },
      ],
    ],
    [
      'accumulators',
      [
        { $sort: { _id: 1 } },
        {
          $group: {
            _id: null,
            avg: { $avg: '$amount' },
            min: { $min: '$amount' },
            max: { $max: '$amount' },
            first: { $first: '$who' },
            last: { $last: '$who' },
            all: { $push: '$who' },
            c: { $count: {} },
          },
        },
      ],
      [
        {
          _id: null,
          avg: 100.625,
          min: 2.5,
          max: 250,
          first: 'ann',
          last: 'cid',
          all: ['ann', 'bob', 'ann', 'cid'],
          c: 5,
        },
      ],
    ],
    [
      'a missing group',
      [{ $group: { _id: '$who', n: { $sum: 1 } } }, { $sort: { _id: 1 } }, { $limit: 2 }],
      [
        { _id: null, n: 1 },
        { _id: 'ann', n: 2 },
      ],
    ],
    [
      'groups of documents',
      [{ $group: { _id: { d: '$day', w: '$who' }, n: { $sum: 1 } } }, { $match: { '_id.w': 'cid' } }],
      [{ _id: { d: '03', w: 'cid' }, n: 1 }],
    ],
    [
      '$unwind',
      [{ $unwind: '$tags' }, { $group: { _id: '$tags', n: { $sum: 1 } } }, { $sort: { n: -1, _id: 1 } }],
      [
        { _id: 'b', n: 2 },
        { _id: 'a', n: 1 },
        { _id: 'c', n: 1 },
      ],
    ],
    [
      '$unwind keeping what is empty',
      [
        { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
        { $match: { _id: { $in: [1, 3] } } },
        { $project: { tags: 1, i: 1 } },
        { $sort: { _id: 1, i: 1 } },
      ],
      [
        { _id: 1, tags: 'a', i: 0 },
        { _id: 1, tags: 'b', i: 1 },
        { _id: 3, i: null },
      ],
    ],
    ['$count', [{ $match: { day: '02' } }, { $count: 'n' }], [{ n: 2 }]],
    ['$count of nothing', [{ $match: { day: 'x' } }, { $count: 'n' }], []],
    [
      '$sortByCount',
      [{ $match: { who: { $ne: null } } }, { $sortByCount: '$who' }, { $limit: 1 }],
      [{ _id: 'ann', count: 2 }],
    ],
    [
      '$facet',
      [{ $facet: { n: [{ $count: 'n' }], days: [{ $group: { _id: '$day' } }, { $count: 'n' }] } }],
      [{ n: [{ n: 5 }], days: [{ n: 3 }] }],
    ],
    [
      '$set of parts',
      [{ $match: { _id: 2 } }, { $set: { 'cost.gross': { $multiply: ['$cost.net', 2] }, tags: '$$REMOVE' } }],
      [{ _id: 2, day: '01', amount: 250, who: 'bob', cost: { net: 5, gross: 10 } }],
    ],
    [
      '$unset',
      [{ $match: { _id: 2 } }, { $unset: ['cost.net', 'tags', 'day'] }],
      [{ _id: 2, amount: 250, who: 'bob', cost: {} }],
    ],
    [
      '$project shows and computes',
      [
        { $match: { _id: 2 } },
        { $project: { _id: 0, who: 1, net: '$cost.net', no: '$nothing', inner: { day: '$day' } } },
      ],
      [{ who: 'bob', net: 5, inner: { day: '01' } }],
    ],
    [
      '$project hides',
      [{ $match: { _id: 2 } }, { $project: { cost: 0, tags: 0, _id: 0 } }],
      [{ day: '01', amount: 250, who: 'bob' }],
    ],
    ['$replaceRoot', [{ $match: { 'cost.net': 7 } }, { $replaceRoot: { newRoot: '$cost' } }], [{ net: 7 }]],
  ] as [string, Stages, object[]][])('%s', async (_name, stages, expected) => {
    expect(await run(stages)).toEqual(expected);
  });
});

describe('expressions', () => {
  it.each([
    [{ $add: ['$amount', 1, 0.5] }, 101.5],
    [{ $add: ['$amount', '$nothing'] }, null],
    [{ $subtract: [{ $add: ['$at', 1000] }, '$at'] }, 1000],
    [{ $multiply: [3, 4] }, 12],
    [{ $divide: [7, 2] }, 3.5],
    [{ $mod: [-7, 3] }, -1],
    [
      [{ $abs: -2 }, { $ceil: 1.2 }, { $floor: -1.2 }, { $trunc: -1.8 }, { $round: 2.5 }],
      [2, 2, -2, -1, 2],
    ],
    [
      [{ $eq: ['$amount', 100] }, { $ne: ['$who', 'ann'] }, { $cmp: [1, 2] }],
      [true, false, -1],
    ],
    [
      [{ $gt: [1, '$nothing'] }, { $lt: [null, '$nothing'] }, { $gt: ['a', 99] }, { $gte: [true, {}] }],
      [true, false, true, true],
    ],
    [{ $and: [1, 'x', { $not: [0] }] }, true],
    [{ $or: [null, 0, '$nothing'] }, false],
    // biome-ignore lint/suspicious/noThenProperty: the operator calls it so
    [{ $cond: { if: { $gte: ['$amount', 100] }, then: 'big', else: 'small' } }, 'big'],
    [{ $ifNull: ['$nothing', null, 'there'] }, 'there'],
    [
      {
        $switch: {
          branches: [
            // biome-ignore lint/suspicious/noThenProperty: the operator calls it so
            { case: false, then: 1 },
            // biome-ignore lint/suspicious/noThenProperty: the operator calls it so
            { case: '$amount', then: 2 },
          ],
          default: 3,
        },
      },
      2,
    ],
    [{ $concat: ['$who', '-', '$day'] }, 'ann-01'],
    [
      [{ $toUpper: '$who' }, { $strLenCP: '中文' }, { $substrCP: ['中文字', 1, 1] }, { $toString: 12 }],
      ['ANN', 2, '文', '12'],
    ],
    [
      [{ $size: '$tags' }, { $arrayElemAt: ['$tags', -1] }, { $first: '$tags' }, { $in: ['b', '$tags'] }],
      [2, 'b', 'a', true],
    ],
    [{ $concatArrays: ['$tags', ['c']] }, ['a', 'b', 'c']],
    [{ $map: { input: [1, 2], as: 'x', in: { $multiply: ['$$x', 2] } } }, [2, 4]],
    [{ $filter: { input: [1, 2, 3], cond: { $gt: ['$$this', 1] } } }, [2, 3]],
    [{ $reduce: { input: [1, 2, 3], initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
    [{ $slice: [[1, 2, 3], -2] }, [2, 3]],
    [{ $mergeObjects: [{ a: 1, b: 1 }, null, { b: 2 }] }, { a: 1, b: 2 }],
    [{ $objectToArray: { a: 1 } }, [{ k: 'a', v: 1 }]],
    [
      {
        $arrayToObject: [
          [
            ['a', 1],
            ['b', 2],
          ],
        ],
      },
      { a: 1, b: 2 },
    ],
    [{ $let: { vars: { x: 2 }, in: { $add: ['$$x', '$amount'] } } }, 102],
    [{ $literal: '$who' }, '$who'],
    [
      [{ $sum: [1, 'x', 2] }, { $max: [1, '$nothing', 5] }, { $avg: [1, 2] }],
      [3, 5, 1.5],
    ],
    [
      ['$nothing', '$who'],
      [null, 'ann'],
    ],
    [{ $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' } }, '2024-02-29 10:20:30.456'],
    [{ $dateTrunc: { date: '$at', unit: 'day' } }, new Date('2024-02-29')],
    [{ $dateTrunc: { date: '$at', unit: 'week' } }, new Date('2024-02-25')],
    [{ $dateTrunc: { date: '$at', unit: 'month' } }, new Date('2024-02-01')],
    [{ $dateAdd: { startDate: '$at', unit: 'year', amount: 1 } }, new Date('2025-02-28T10:20:30.456Z')],
    [
      [{ $year: '$at' }, { $month: '$at' }, { $dayOfMonth: '$at' }, { $dayOfWeek: '$at' }, { $hour: '$at' }],
      [2024, 2, 29, 5, 10],
    ],
  ] as [unknown, unknown][])('%j', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  it('computes with the types of its numbers', async () => {
    const typed = (expression: unknown) => value({ $type: expression });
    expect(await typed({ $add: [1, 2] })).toBe('int');
    expect(await typed({ $add: [2_000_000_000, 2_000_000_000] })).toBe('long');
    expect(await typed({ $multiply: [1, 1.5] })).toBe('double');
    expect(await typed({ $divide: [4, 2] })).toBe('double');
    expect(await typed({ $add: [1, mongoose.mongo.Long.fromNumber(1)] })).toBe('long');
    expect(await typed('$nothing')).toBe('missing');
  });
});

describe('what is refused', () => {
  it.each([
    [[{ $foo: {} }], 40324],
    [[{ $project: { v: { $foo: 1 } } }], 168],
    [[{ $group: { n: { $sum: 1 } } }], 15955],
    [[{ $group: { _id: null, n: { $foo: 1 } } }], 15952],
    [[{ $match: { a: 1 }, $limit: 1 }], 40323],
    [[{ $project: { v: { $add: ['$who', 1] } } }], 14],
    [[{ $project: { v: { $divide: ['$amount', 0] } } }], 2],
    [[{ $project: { v: { $size: '$who' } } }], 17124],
    [[{ $project: { v: { $gt: [1] } } }], 16020],
    [[{ $limit: 0 }], 15958],
    [[{ $unwind: 'tags' }], 28818],
    [[{ $replaceRoot: { newRoot: '$who' } }], 40228],
    [[{ $changeStream: {} }], 40573],
  ] as [Stages, number][])('%j', async (stages, code) => {
    expect((await serverError(run(stages))).code).toBe(code);
  });
});
