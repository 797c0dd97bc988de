import { Link } from '@tanstack/react-router';
import { useFormats } from '../../i18n/i18n-context.js';
import { Bone, Waiting } from '../../ui/skeleton.js';

/** What stands for a department, and how much empty air its picture has under the foot. */
const OBJECTS: Record<string, { picture: string; foot: number }> = {
  lamps: { picture: 'lamp-ink', foot: 12.9 },
  tea: { picture: 'teapot', foot: 18.2 },
  kitchen: { picture: 'pot', foot: 24.5 },
  outdoors: { picture: 'pack', foot: 15.4 },
  paper: { picture: 'books', foot: 17.5 },
  home: { picture: 'vase', foot: 14.3 },
};
const WIDTH = 88;

interface Department {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

function Standing({ department }: { department: Department }) {
  const f = useFormats();
  const object = OBJECTS[department.key];
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
              className="object relative mx-auto w-[92%] [mask:linear-gradient(90deg,transparent,#000_12%_80%,transparent)] md:w-[88%]"
              style={{ marginBottom: `${(-object.foot * WIDTH) / 100}%` }}
            />
          )}
        </span>
        <span className="block pt-3 pb-4 text-center text-ui font-strong group-hover:underline underline-offset-4 decoration-rule">
          {department.label}
          <span className="block text-small font-plain text-ink-3 tabular-nums no-underline">
            {f.number(department.count)}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** The departments, each an object standing on one ink line. */
export function Bench({ departments }: { departments: readonly Department[] }) {
  return (
    <ul className="grid grid-cols-3 items-end md:grid-cols-6">
      {departments.map((department) => (
        <Standing key={department.key} department={department} />
      ))}
    </ul>
  );
}

export function BenchBones() {
  return (
    <Waiting>
      <Bone className="h-[132px] bg-transparent! border-b border-line md:h-[150px]" />
      <Bone className="h-18 bg-transparent!" />
    </Waiting>
  );
}
