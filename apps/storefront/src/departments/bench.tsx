import { Link } from '@tanstack/react-router';
import { useFormats } from '../i18n/i18n-context.js';

/** What stands for a department, and the share of empty air under its foot; written in when the shop is built. */
declare const BENCH_OBJECTS: Readonly<Record<string, { picture: string; foot: number }>>;

const WIDTH = 88;

interface Department {
  readonly key: string;
  readonly label: string;
  /** How many things there are, where that is known. */
  readonly count?: number;
}

function Standing({ department }: { department: Department }) {
  const f = useFormats();
  const object = BENCH_OBJECTS[department.key];
  return (
    <li className="relative">
      <Link
        to="/shop"
        search={{ department: [department.key] }}
        className="group flex h-full flex-col justify-end"
      >
        <span className="block overflow-hidden border-b border-ink">
          {object && (
            <img
              src={`/pictures/${object.picture}-320.webp`}
              alt=""
              width={320}
              height={320}
              loading="lazy"
              onError={(event) => {
                event.currentTarget.style.visibility = 'hidden';
              }}
              className="object relative mx-auto w-[92%] [mask:linear-gradient(90deg,transparent,#000_12%_80%,transparent)] md:w-[88%]"
              style={{ marginBottom: `${-object.foot * WIDTH}%` }}
            />
          )}
        </span>
        <span className="block pt-3 pb-4 text-center text-ui font-strong group-hover:underline underline-offset-4 decoration-rule">
          {department.label}
          {department.count !== undefined && (
            <span className="block text-small font-plain text-ink-3 tabular-nums no-underline">
              {f.number(department.count)}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

/** The departments in the order of the shop, each an object standing on one ink line. */
export default function Bench({ departments }: { departments: readonly Department[] }) {
  const order = Object.keys(BENCH_OBJECTS);
  const inOrder = [...departments].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return (
    <ul className="grid grid-cols-3 items-end md:grid-cols-6">
      {inOrder.map((department) => (
        <Standing key={department.key} department={department} />
      ))}
    </ul>
  );
}
