import { Bone, Waiting } from '../ui/skeleton.js';

/** The one line on which the departments will stand. */
export function BenchBones() {
  return (
    <Waiting>
      <Bone className="h-[132px] bg-transparent! border-b border-line md:h-[150px]" />
      <Bone className="h-18 bg-transparent!" />
    </Waiting>
  );
}
